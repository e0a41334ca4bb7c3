namespace ComplianceRules.Engine;

/// <summary>The keys of the lines of a part. The first key of a line says which line it is.</summary>
internal static class PartKeys
{
    /// <summary>The version of the format.</summary>
    public const int Version = 1;

    /// <summary>The first line: what was judged, and by what.</summary>
    public const string Head = "compliancePart";

    /// <summary>A finding of a row.</summary>
    public const string Rule = "rule";

    /// <summary>What a rule says in all.</summary>
    public const string Counted = "counted";

    /// <summary>A school of the share.</summary>
    public const string School = "school";

    /// <summary>What was found of the waivers.</summary>
    public const string Waivers = "waivers";

    /// <summary>The data.</summary>
    public const string Data = "data";

    /// <summary>A piece of the facts for rules that need all schools.</summary>
    public const string Facts = "facts";

    /// <summary>The last line: the digest of all others.</summary>
    public const string Seal = "sha256";
}
