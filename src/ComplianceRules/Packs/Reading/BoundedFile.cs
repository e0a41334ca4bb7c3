namespace ComplianceRules.Packs;

/// <summary>Reads no more of a file than can be used: a name may lead to a file without end.</summary>
internal static class BoundedFile
{
    private const int Block = 64 * 1024;

    /// <summary>The bytes of a file; where there are more than the most, one more than that.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that can be used.</param>
    public static byte[] Read(string path, int most)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using MemoryStream content = new();
        byte[] block = new byte[Block];
        while (content.Length <= most)
        {
            int wanted = (int)Math.Min(Block, most + 1 - content.Length);
            int got = file.Read(block, 0, wanted);
            if (got == 0) break;
            content.Write(block, 0, got);
        }

        return content.ToArray();
    }
}
