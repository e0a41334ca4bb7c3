using System.Collections.Immutable;
using System.Numerics;

namespace ComplianceRules.Sql.Rules;

/// <summary>The items of a list of rows, filtered and mapped.</summary>
/// <param name="List">The list.</param>
/// <param name="Known">Whether the list was reported.</param>
/// <param name="Frames">What stands for the rows at hand, the item last.</param>
/// <param name="In">Whether the item at hand is in the list at all.</param>
internal sealed record SqlItems(SqlList List, SqlTest Known, ImmutableArray<SqlFrame> Frames, SqlTruth In)
{
    /// <summary>The item.</summary>
    public SqlFrame Item => Frames[^1];

    /// <summary>Whether a test holds for any row.</summary>
    public SqlTest Any(SqlTest test) => test.IsFalse ? test : SqlTest.Of($"{List.Count(test)} > 0");

    /// <summary>Whether a test holds for all rows.</summary>
    public SqlTest All(SqlTest test) => test.IsTrue ? test : test.IsFalse ? SqlTest.Of($"{List.Size} = 0") : SqlTest.Of($"{List.Count(test)} = {List.Size}");

    /// <summary>For how many rows a test holds.</summary>
    public SqlFactor Count(SqlTest test) => test.IsFalse ? SqlFactor.Of(Expressions.Rational.Zero) : SqlFactor.Whole(List.Count(test), BigInteger.Zero, SqlList.Most);
}
