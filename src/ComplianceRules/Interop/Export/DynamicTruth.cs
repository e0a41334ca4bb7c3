namespace ComplianceRules.Interop;

/// <summary>A condition of three values as two tests: where neither holds, it is unknown.</summary>
/// <param name="True">Whether it is known to hold.</param>
/// <param name="False">Whether it is known not to hold.</param>
internal sealed record DynamicTruth(DynamicTest True, DynamicTest False)
{
    /// <summary>What is never known.</summary>
    public static DynamicTruth Unknown { get; } = new(DynamicTest.False, DynamicTest.False);

    /// <summary>What always holds.</summary>
    public static DynamicTruth Always { get; } = new(DynamicTest.True, DynamicTest.False);

    /// <summary>The opposite.</summary>
    public DynamicTruth Not => new(False, True);

    /// <summary>Whether it is known by its form alone.</summary>
    public bool IsConstant => True.IsTrue || False.IsTrue;

    /// <summary>Neither of both.</summary>
    public DynamicTest Open => DynamicTest.And(True.Not(), False.Not());

    /// <summary>Both of two conditions.</summary>
    public static DynamicTruth And(DynamicTruth left, DynamicTruth right) => new(DynamicTest.And(left.True, right.True), DynamicTest.Or(left.False, right.False));

    /// <summary>One of two conditions.</summary>
    public static DynamicTruth Or(DynamicTruth left, DynamicTruth right) => And(left.Not, right.Not).Not;
}
