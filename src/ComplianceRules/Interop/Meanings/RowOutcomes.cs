namespace ComplianceRules.Interop;

/// <summary>What a question to all rows of a list may come to, when one is known of each row or of one of them.</summary>
internal static class RowOutcomes
{
    /// <summary>What the name of a fact of the rows of a list has in it.</summary>
    public const string Mark = "[]";

    /// <summary>Whether a fact is one of the rows of a list, so that it may be missing of one of them.</summary>
    public static bool IsOfOneRow(string fact) => fact.Contains(Mark, StringComparison.Ordinal);

    /// <summary>What one or all rows may come to; of other rows, and of whether there are any, nothing is known.</summary>
    /// <param name="kind">One of them, or all.</param>
    /// <param name="item">What a row may come to.</param>
    /// <param name="missing">The fact that is missing: of one row alone, or of what all rows share.</param>
    public static Outcome Of(MeaningEachKind kind, Outcome item, string missing)
    {
        Outcome byOthers = kind == MeaningEachKind.Any ? Outcome.True : Outcome.False;
        Outcome ofNoRows = kind == MeaningEachKind.Any ? Outcome.False : Outcome.True;
        return IsOfOneRow(missing) ? byOthers | item : ofNoRows | item;
    }
}
