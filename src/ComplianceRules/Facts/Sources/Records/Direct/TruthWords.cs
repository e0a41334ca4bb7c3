namespace ComplianceRules.Facts;

/// <summary>The words that mean true and false, as they are written by whoever named them.</summary>
internal sealed class TruthWords
{
    private readonly TextCodes _codes;

    private TruthWords(CellWords words) => _codes = new TextCodes(
    [
        .. words.True.Where(IsPlain).Select(w => (w, 1)),
        .. words.False.Where(w => IsPlain(w) && !words.True.Contains(w)).Select(w => (w, 0)),
    ]);

    /// <summary>The words; null where an empty cell is one of them.</summary>
    public static TruthWords? Of(CellWords words) => words.True.Contains(string.Empty) || words.False.Contains(string.Empty) ? null : new TruthWords(words);

    /// <summary>Reads a word that is written as it was named.</summary>
    public bool TryRead(ReadOnlySpan<byte> cell, out bool truth)
    {
        int code = _codes.Find(cell);
        truth = code == 1;
        return code >= 0;
    }

    /// <summary>Reads the cells of a run; see <see cref="TextCodes.FindRun"/>.</summary>
    public ulong ReadRun(CellRun run, int column, Span<int> truths, out ulong known) => _codes.FindRun(run, column, truths, out known);

    // Cells are folded before they are compared, so a word with full-width digits is never met.
    private static bool IsPlain(string word) => CellText.Fold(word) == word;
}
