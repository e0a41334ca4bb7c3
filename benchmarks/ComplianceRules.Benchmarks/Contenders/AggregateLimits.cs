namespace ComplianceRules.Benchmarks;

/// <summary>The limits that differ between the aggregates of a school (pack <c>bench-lists</c>) and of a county (<c>bench-counties</c>).</summary>
/// <param name="PupilsMax">The most pupils in all classes.</param>
/// <param name="LargeMax">The most large classes.</param>
/// <param name="PupilsOfLargeMax">The most pupils in classes above 45.</param>
internal sealed record AggregateLimits(long PupilsMax, int LargeMax, long PupilsOfLargeMax)
{
    public static AggregateLimits OfSchools { get; } = new(700, 0, 100);

    public static AggregateLimits OfCounties { get; } = new(27_500, 10, 2_000);
}
