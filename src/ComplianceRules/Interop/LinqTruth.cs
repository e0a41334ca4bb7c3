namespace ComplianceRules.Interop;

/// <summary>A condition of three values as two tests: where neither holds, it is unknown.</summary>
/// <param name="True">Whether it is known to hold.</param>
/// <param name="False">Whether it is known not to hold.</param>
internal sealed record LinqTruth(LinqTest True, LinqTest False)
{
    /// <summary>What is never known.</summary>
    public static LinqTruth Unknown { get; } = new(LinqTest.False, LinqTest.False);

    /// <summary>What always holds.</summary>
    public static LinqTruth Always { get; } = new(LinqTest.True, LinqTest.False);

    /// <summary>The opposite.</summary>
    public LinqTruth Not => new(False, True);

    /// <summary>Whether it is known by its form alone.</summary>
    public bool IsConstant => True.IsTrue || False.IsTrue;

    /// <summary>Neither of both.</summary>
    public LinqTest Open => LinqTest.And(True.Not(), False.Not());

    /// <summary>Both of two conditions.</summary>
    public static LinqTruth And(LinqTruth left, LinqTruth right) => new(LinqTest.And(left.True, right.True), LinqTest.Or(left.False, right.False));

    /// <summary>One of two conditions.</summary>
    public static LinqTruth Or(LinqTruth left, LinqTruth right) => And(left.Not, right.Not).Not;
}
