namespace ComplianceRules.Packs;

/// <summary>How much an archive of packs may hold: it may be hostile.</summary>
internal static class ArchiveBounds
{
    /// <summary>Bytes of an archive; nothing in it is compressed, so that it can hold no more than that.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Files of an archive, the manifest among them; a plain zip file counts them in 16 bits.</summary>
    public const int Entries = 65_000;
}
