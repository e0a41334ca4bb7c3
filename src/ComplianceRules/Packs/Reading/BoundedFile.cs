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
        byte[] content = new byte[Math.Min(file.Length, most) + 1];
        int got = 0;
        for (int read = file.Read(content, 0, content.Length); read > 0; read = file.Read(content, got, content.Length - got))
        {
            got += read;
            if (got < content.Length) continue;
            if (got > most) break;

            // A file that grows, or that does not say how long it is.
            Array.Resize(ref content, (int)Math.Min((long)content.Length + Block, (long)most + 1));
        }

        return got == content.Length ? content : content[..got];
    }
}
