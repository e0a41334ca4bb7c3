using System.Globalization;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Packs;

/// <summary>How much a pack may hold: a pack is data and may be hostile.</summary>
internal static class PackBounds
{
    /// <summary>Files that one <c>pack.json</c> may name.</summary>
    public const int Files = 256;

    /// <summary>Bytes of all files of one pack.</summary>
    public const int Bytes = 16 * 1024 * 1024;

    /// <summary>Packs that one pack may extend.</summary>
    public const int Extends = 64;

    /// <summary>Rules of one pack.</summary>
    public const int Rules = 5_000;

    /// <summary>Waivers of one pack, one case or one file.</summary>
    public const int Waivers = 10_000;

    /// <summary>Parts, and vetoes, of one rule that is composed of others.</summary>
    public const int Parts = 100;

    /// <summary>Tables of one schema.</summary>
    public const int Tables = 256;

    /// <summary>Values of an enum field.</summary>
    public const int EnumValues = 1_000;

    /// <summary>Values of a set field: each is a bit of one word.</summary>
    public const int SetValues = 64;

    /// <summary>Characters of an id or a name.</summary>
    public const int NameLength = 100;

    public static void Refuse(string name, int most, SourceSpan? place, DiagnosticBag problems) =>
        problems.Report(DiagnosticCodes.TooManyEntries, place, name, most.ToString(CultureInfo.InvariantCulture));
}
