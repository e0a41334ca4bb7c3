namespace ComplianceRules.Sql.Terms;

/// <summary>A condition of three values as two tests: where neither holds, it is unknown.</summary>
/// <param name="True">Whether it is known to hold.</param>
/// <param name="False">Whether it is known not to hold.</param>
internal sealed record SqlTruth(SqlTest True, SqlTest False)
{
    /// <summary>What is never known.</summary>
    public static SqlTruth Unknown { get; } = new(SqlTest.False, SqlTest.False);

    /// <summary>What always holds.</summary>
    public static SqlTruth Always { get; } = new(SqlTest.True, SqlTest.False);

    /// <summary>What never holds.</summary>
    public static SqlTruth Never { get; } = new(SqlTest.False, SqlTest.True);

    /// <summary>The opposite.</summary>
    public SqlTruth Not => new(False, True);

    /// <summary>Whether it is known by its form alone.</summary>
    public bool IsConstant => True.IsTrue || False.IsTrue;

    /// <summary>Neither of both.</summary>
    public SqlTest Open => IsConstant ? SqlTest.False : SqlTest.And(True.Not(), False.Not());

    /// <summary>Both of two conditions.</summary>
    public static SqlTruth And(SqlTruth left, SqlTruth right) => new(SqlTest.And(left.True, right.True), SqlTest.Or(left.False, right.False));

    /// <summary>One of two conditions.</summary>
    public static SqlTruth Or(SqlTruth left, SqlTruth right) => And(left.Not, right.Not).Not;

    /// <summary>What is known wherever it is asked.</summary>
    /// <param name="test">Whether it holds.</param>
    public static SqlTruth Of(SqlTest test) => new(test, test.Not());
}
