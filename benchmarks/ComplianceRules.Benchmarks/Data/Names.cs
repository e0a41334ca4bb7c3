namespace ComplianceRules.Benchmarks;

/// <summary>The words that made-up facts are written in.</summary>
internal static class Names
{
    public static string[] Stages { get; } = ["primary", "junior", "senior"];

    public static string[] Kinds { get; } = ["ordinary", "mixed", "special"];

    public static string[] SchoolTypes { get; } = ["primary", "junior", "nine_year", "senior", "twelve_year"];

    public const string SchoolingSystem = "6-3";

    public static string SchoolName(int serial) => $"第{serial}学校";

    public static string SchoolId(int region, int serial) => FormattableString.Invariant($"{region}{serial:D4}");

    public static string ClassId(int grade, int serial) => FormattableString.Invariant($"{grade}{serial:D2}");
}
