using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>The forms in which a title may stand over a column.</summary>
internal static class TitleText
{
    /// <summary>The bare words of a header: no unit, no remark, no signs, no 是否 before it.</summary>
    public static string Core(string name)
    {
        string plain = KnownWords.Plain(HeaderText.Read(name).Name);
        string? asking = KnownWords.Asking.FirstOrDefault(a => plain.StartsWith(a, StringComparison.Ordinal) && plain.Length > a.Length);
        return asking is null ? plain : plain[asking.Length..];
    }

    /// <summary>What a field is called: its titles and its name as they are.</summary>
    public static ImmutableArray<string> Whole(FieldSchema field) =>
        [.. new[] { field.Title.Chinese, field.Title.English, field.Name }.OfType<string>().Select(t => HeaderText.Fold(t).ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    /// <summary>What a field is called in short: its titles and its name bare, and what stands in their brackets.</summary>
    public static ImmutableArray<string> Bare(FieldSchema field)
    {
        IEnumerable<string> titles = new[] { field.Title.Chinese, field.Title.English, field.Name.Replace('_', ' ') }.OfType<string>();
        IEnumerable<string> forms = titles.SelectMany(t => new[] { KnownWords.Plain(t), Core(t), Core(HeaderText.Read(t).Remark ?? string.Empty) });
        return [.. forms.Where(f => f.Length > 1).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether one text denies what the other says, or speaks of the most or of some where the other does not.</summary>
    /// <remarks>Texts are bare, so that words are looked for inside of them; a word too many only costs a guess.</remarks>
    public static bool Deny(string one, string other) =>
        Has(KnownWords.Negations, one) != Has(KnownWords.Negations, other)
        || KnownWords.Qualifiers.Any(q => one.Contains(q, StringComparison.Ordinal) != other.Contains(q, StringComparison.Ordinal));

    private static bool Has(ImmutableArray<string> words, string text) => words.Any(w => text.Contains(w, StringComparison.Ordinal));
}
