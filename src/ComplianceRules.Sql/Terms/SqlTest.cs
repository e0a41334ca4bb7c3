using System.Collections.Immutable;

namespace ComplianceRules.Sql.Terms;

/// <summary>A test in the text of SQL: parts joined by and, or by or. It is true or false in every row, never null.</summary>
/// <remarks>Immutable. Of equal parts the first stays.</remarks>
internal sealed class SqlTest
{
    // Parsers of databases go down one level for each part of a chain, and have a bound.
    private const int MostParts = 64;

    private readonly bool _isAnd;
    private readonly ImmutableArray<string> _parts;

    private SqlTest(bool isAnd, ImmutableArray<string> parts)
    {
        _isAnd = isAnd;
        _parts = parts;
        Length = parts.Sum(p => p.Length + 5);
    }

    /// <summary>What always holds.</summary>
    public static SqlTest True { get; } = new(true, []);

    /// <summary>What never holds.</summary>
    public static SqlTest False { get; } = new(false, []);

    /// <summary>Whether it always holds.</summary>
    public bool IsTrue => _isAnd && _parts.IsEmpty;

    /// <summary>Whether it never holds.</summary>
    public bool IsFalse => !_isAnd && _parts.IsEmpty;

    /// <summary>About how long its text is.</summary>
    public int Length { get; }

    /// <summary>The text.</summary>
    public string Text => _parts.IsEmpty ? (_isAnd ? "1 = 1" : "1 = 0") : Chain([.. _parts]);

    /// <summary>1 where it holds, else 0.</summary>
    public string Number => IsTrue ? "1" : IsFalse ? "0" : $"CASE WHEN {Text} THEN 1 ELSE 0 END";

    /// <summary>A test that is one part: a comparison or a call.</summary>
    /// <param name="text">Its text.</param>
    public static SqlTest Of(string text) => new(true, [text]);

    /// <summary>A constant.</summary>
    /// <param name="truth">Which.</param>
    public static SqlTest Of(bool truth) => truth ? True : False;

    /// <summary>All of some tests.</summary>
    /// <param name="tests">The tests.</param>
    public static SqlTest And(params IEnumerable<SqlTest> tests) => Join(true, tests);

    /// <summary>Any of some tests.</summary>
    /// <param name="tests">The tests.</param>
    public static SqlTest Or(params IEnumerable<SqlTest> tests) => Join(false, tests);

    /// <summary>The opposite, as a text around this one.</summary>
    public SqlTest Not() => _parts.IsEmpty ? Of(IsFalse) : Of($"NOT ({Text})");

    private string Chain(ReadOnlySpan<string> parts)
    {
        if (parts.Length <= MostParts) return string.Join(_isAnd ? " AND " : " OR ", parts.ToArray());
        List<string> chains = [];
        foreach (string[] chunk in parts.ToArray().Chunk(MostParts)) chains.Add($"({Chain(chunk)})");
        return Chain([.. chains]);
    }

    private static SqlTest Join(bool isAnd, IEnumerable<SqlTest> tests)
    {
        List<string> parts = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        SqlTest[] others = [.. tests.Where(t => isAnd ? !t.IsTrue : !t.IsFalse)];
        if (others is [var only]) return only;
        foreach (SqlTest test in others)
        {
            if (isAnd ? test.IsFalse : test.IsTrue) return test;
            bool isOneKind = test._isAnd == isAnd || test._parts.Length <= 1;
            foreach (string part in isOneKind ? test._parts : [$"({test.Text})"])
            {
                if (seen.Add(part)) parts.Add(part);
            }
        }

        return new SqlTest(isAnd, [.. parts]);
    }
}
