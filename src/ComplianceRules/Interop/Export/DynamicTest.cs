using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>A test in the text of Dynamic LINQ: parts joined by and, or by or.</summary>
/// <remarks>Immutable. A part that guards another against null stands before it; of equal parts the first stays.</remarks>
internal sealed class DynamicTest
{
    private readonly bool _isAnd;
    private readonly ImmutableArray<string> _parts;

    private DynamicTest(bool isAnd, ImmutableArray<string> parts)
    {
        _isAnd = isAnd;
        _parts = parts;
        Length = parts.Sum(p => p.Length + 4);
    }

    /// <summary>What always holds.</summary>
    public static DynamicTest True { get; } = new(true, []);

    /// <summary>What never holds.</summary>
    public static DynamicTest False { get; } = new(false, []);

    /// <summary>Whether it always holds.</summary>
    public bool IsTrue => _isAnd && _parts.IsEmpty;

    /// <summary>Whether it never holds.</summary>
    public bool IsFalse => !_isAnd && _parts.IsEmpty;

    /// <summary>About how long its text is.</summary>
    public int Length { get; }

    /// <summary>The text.</summary>
    public string Text => _parts.IsEmpty ? (_isAnd ? "true" : "false") : string.Join(_isAnd ? " && " : " || ", _parts);

    /// <summary>A test that is one part: a comparison or a call.</summary>
    /// <param name="text">Its text.</param>
    public static DynamicTest Of(string text) => new(true, [text]);

    /// <summary>A constant.</summary>
    /// <param name="truth">Which.</param>
    public static DynamicTest Of(bool truth) => truth ? True : False;

    /// <summary>All of some tests.</summary>
    /// <param name="tests">The tests, guards first.</param>
    public static DynamicTest And(params IEnumerable<DynamicTest> tests) => Join(true, tests);

    /// <summary>Any of some tests.</summary>
    /// <param name="tests">The tests, guards first.</param>
    public static DynamicTest Or(params IEnumerable<DynamicTest> tests) => Join(false, tests);

    /// <summary>The opposite, as a text around this one.</summary>
    public DynamicTest Not() => _parts.IsEmpty ? Of(IsFalse) : Of($"!({Text})");

    private static DynamicTest Join(bool isAnd, IEnumerable<DynamicTest> tests)
    {
        List<string> parts = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        DynamicTest[] others = [.. tests.Where(t => isAnd ? !t.IsTrue : !t.IsFalse)];
        if (others is [var only]) return only;
        foreach (DynamicTest test in others)
        {
            if (isAnd ? test.IsFalse : test.IsTrue) return test;
            bool isOneKind = test._isAnd == isAnd || test._parts.Length <= 1;
            foreach (string part in isOneKind ? test._parts : [$"({test.Text})"])
            {
                if (seen.Add(part)) parts.Add(part);
            }
        }

        return new DynamicTest(isAnd, [.. parts]);
    }
}
