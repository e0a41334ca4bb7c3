using System.Collections.Immutable;

namespace ComplianceRules.Expressions;

/// <summary>Which opening bracket is closed where; found before parsing, so that a missing one is looked for at the right place.</summary>
internal sealed class BracketPairs
{
    private readonly int[] _closing;

    public BracketPairs(ImmutableArray<Token> tokens)
    {
        _closing = new int[tokens.Length];
        List<int> open = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind != TokenKind.Sign) continue;
            if (ClosingOf(tokens[i].Text) is not null) open.Add(i);
            else if (tokens[i].Text is ")" or "]" or "}") Close(tokens, open, i);
        }
    }

    /// <summary>The place of the bracket that closes one; null where none does.</summary>
    /// <param name="opening">The place of the opening bracket.</param>
    public int? ClosingAt(int opening) => _closing[opening] == 0 ? null : _closing[opening];

    /// <summary>The bracket that closes a sign; null where it is no opening bracket.</summary>
    public static string? ClosingOf(string sign) => sign switch
    {
        "(" => ")",
        "[" => "]",
        "{" => "}",
        _ => null,
    };

    // The nearest open bracket of its form is meant; those opened since then are not closed. One that closes nothing is left out.
    private void Close(ImmutableArray<Token> tokens, List<int> open, int closing)
    {
        int found = open.FindLastIndex(o => ClosingOf(tokens[o].Text) == tokens[closing].Text);
        if (found < 0) return;
        _closing[open[found]] = closing;
        open.RemoveRange(found, open.Count - found);
    }
}
