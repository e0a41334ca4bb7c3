using System.Collections.Immutable;

namespace ComplianceRules.Sql.Terms;

/// <summary>A set of keys: a column of 0 and 1 for each key that a row may have, or keys that are written.</summary>
/// <param name="Flags">What stands for the columns, in the order of the keys; empty where the keys are written.</param>
/// <param name="Keys">The keys; of a written set its members.</param>
/// <param name="IsWritten">Whether the keys are written.</param>
internal sealed record SqlSet(ImmutableArray<string> Flags, ImmutableArray<string> Keys, bool IsWritten) : SqlTerm
{
    public override int Length => Flags.Sum(f => f.Length) + Keys.Length;

    /// <summary>A written set.</summary>
    /// <param name="keys">Its members.</param>
    public static SqlSet Of(IEnumerable<string> keys) => new([], [.. keys.Distinct(StringComparer.Ordinal)], true);

    /// <summary>Whether a written key is among them.</summary>
    /// <param name="key">The key.</param>
    public SqlTest Has(string key)
    {
        int at = Keys.IndexOf(key);
        return IsWritten || at < 0 ? SqlTest.Of(at >= 0) : SqlTest.Of($"{Flags[at]} = 1");
    }

    /// <summary>Whether the key that a word stands for is among them.</summary>
    /// <param name="word">The word.</param>
    /// <param name="same">Whether the word is a key.</param>
    public SqlTest Has(SqlWord word, Func<SqlWord, string, SqlTest> same) =>
        word.Written is { } key ? Has(key) : SqlTest.Or(Keys.Select(k => SqlTest.And(same(word, k), Has(k))));

    /// <summary>Whether all of another are among them.</summary>
    /// <param name="inner">The other.</param>
    public SqlTest HasAll(SqlSet inner) => SqlTest.And(inner.Keys.Select(k => SqlTest.Or(inner.Has(k).Not(), Has(k))));
}
