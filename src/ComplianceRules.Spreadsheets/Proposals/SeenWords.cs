using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The words for nothing, yes and no that were seen in the columns that are used.</summary>
/// <remarks>Empty lists where the usual words are enough. Immutable.</remarks>
/// <param name="Nulls">Words that mean that nothing is known.</param>
/// <param name="True">Words that mean true.</param>
/// <param name="False">Words that mean false.</param>
internal sealed record SeenWords(ImmutableArray<string> Nulls, ImmutableArray<string> True, ImmutableArray<string> False)
{
    public static SeenWords Of(ImmutableArray<SheetPlan> plans)
    {
        FieldMatch[] fields = [.. plans.SelectMany(p => p.Fields)];
        string[] answers = [.. fields.Where(f => f.Field.Field.Type == FieldType.Bool).SelectMany(f => f.Column.Seen)];
        string[] others = [.. fields.Where(f => f.Field.Field.Type is not (FieldType.Bool or FieldType.Text)).SelectMany(f => f.Column.Seen)];
        IEnumerable<string> nulls = others.Concat(answers.Where(a => !KnownWords.Is("false", a))).Where(t => KnownWords.Is("null", t));
        ImmutableArray<string> seen = [.. nulls.Where(WritableText.IsText).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        return new SeenWords(seen.IsEmpty ? [] : [string.Empty, .. seen], Answers("true", CellWords.UsualTrue, answers), Answers("false", CellWords.UsualFalse, answers));
    }

    private static ImmutableArray<string> Answers(string list, ImmutableArray<string> usual, string[] answers)
    {
        string[] more = [.. answers.Where(a => KnownWords.Is(list, a) && !usual.Contains(CellText.Fold(a), StringComparer.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        return more.Length == 0 ? [] : [.. usual, .. more];
    }
}
