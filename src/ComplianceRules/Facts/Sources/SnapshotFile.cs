namespace ComplianceRules.Facts;

/// <summary>Opens the file of a source.</summary>
internal static class SnapshotFile
{
    public static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (UnauthorizedAccessException refused)
        {
            // Some systems answer so for a folder.
            throw new IOException(refused.Message, refused);
        }
    }
}
