namespace ComplianceRules.RulesEngine;

/// <summary>How deep an expression may go: brackets, signs in a row and conditionals, each of which is a level for whoever reads it.</summary>
internal static class ExpressionDepth
{
    /// <summary>The most levels that an expression can have; one with brackets in texts may have less.</summary>
    /// <param name="expression">The expression.</param>
    public static int Of(string expression)
    {
        (int deepest, int depth, int row, int choices) = (0, 0, 0, 0);
        QuotedText escaped = new(HasEscapes: true);
        QuotedText plain = new(HasEscapes: false);
        foreach (char sign in expression.Replace("not", "!", StringComparison.OrdinalIgnoreCase))
        {
            (escaped, plain) = (escaped.After(sign), plain.After(sign));
            if (char.IsWhiteSpace(sign)) continue;
            if (sign is '(' or '[' or '{') depth++;

            // What closes within a text closes nothing; whether it is one, readers that know escapes and readers that do not must agree on.
            if (sign is ')' or ']' or '}' && !escaped.IsOpen && !plain.IsOpen) depth = Math.Max(0, depth - 1);
            row = sign is '!' or '-' or '+' ? row + 1 : 0;
            choices += sign == '?' ? 1 : 0;
            deepest = Math.Max(deepest, Math.Max(Math.Max(depth, row), choices));
        }

        return deepest;
    }
}
