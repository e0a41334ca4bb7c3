namespace ComplianceRules.Diagnostics;

/// <content>CR1180 to CR1199: packs that travel as an archive, and loads of packs that change.</content>
internal static partial class DiagnosticCodes
{
    /// <summary>Packs that changed again and again while they were loaded.</summary>
    public static DiagnosticCode PacksKeepChanging { get; } = Error(1180);

    /// <summary>A file that is no archive, or a broken one.</summary>
    public static DiagnosticCode NoArchive { get; } = Error(1181);

    /// <summary>An archive larger than packs can be.</summary>
    public static DiagnosticCode ArchiveTooLarge { get; } = Error(1182);

    /// <summary>An archive with more entries than packs can have.</summary>
    public static DiagnosticCode ArchiveTooManyEntries { get; } = Error(1183);

    /// <summary>An entry with a name that leads out of the archive, or that is another file on another system.</summary>
    public static DiagnosticCode ArchiveEntryName { get; } = Error(1184);

    /// <summary>An entry that is a link, or otherwise no plain file.</summary>
    public static DiagnosticCode ArchiveEntryIsLink { get; } = Error(1185);

    /// <summary>An entry that is compressed, encrypted or overlaps others.</summary>
    public static DiagnosticCode ArchiveEntryPacked { get; } = Error(1186);

    /// <summary>Two entries of one name.</summary>
    public static DiagnosticCode ArchiveEntryTwice { get; } = Error(1187);

    /// <summary>An archive without a manifest.</summary>
    public static DiagnosticCode ArchiveWithoutManifest { get; } = Error(1188);

    /// <summary>A manifest that the tool did not write.</summary>
    public static DiagnosticCode ManifestMalformed { get; } = Error(1189);

    /// <summary>A manifest of a later format.</summary>
    public static DiagnosticCode ManifestVersion { get; } = Error(1190);

    /// <summary>A file that the manifest does not name.</summary>
    public static DiagnosticCode ArchiveFileAdded { get; } = Error(1191);

    /// <summary>A file that the manifest names and that is not there.</summary>
    public static DiagnosticCode ArchiveFileMissing { get; } = Error(1192);

    /// <summary>A file whose bytes are not those of the manifest.</summary>
    public static DiagnosticCode ArchiveFileChanged { get; } = Error(1193);

    /// <summary>An archive that was changed beside its files.</summary>
    public static DiagnosticCode ArchiveChanged { get; } = Error(1194);

    /// <summary>An archive that is not the one that was asked for.</summary>
    public static DiagnosticCode ArchiveIsAnother { get; } = Error(1195);

    /// <summary>An archive of which the files cannot be packed: nothing of a pack is in it.</summary>
    public static DiagnosticCode NothingToPack { get; } = Error(1196);
}
