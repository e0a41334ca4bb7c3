using System.Collections.Frozen;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>The words that stand in packs for types, bindings and the like.</summary>
internal static class PackWords
{
    public static FrozenDictionary<string, TextLanguage> Languages { get; } = Words(("zh", TextLanguage.Chinese), ("en", TextLanguage.English));

    public static FrozenDictionary<string, FieldType> FieldTypes { get; } =
        Words([.. Enum.GetValues<FieldType>().Select(type => (FieldTypeWords.Of(type), type))]);

    public static FrozenDictionary<string, Strictness> Strictnesses { get; } = Words(
        ("none", Strictness.None),
        ("lower", Strictness.Lower),
        ("higher", Strictness.Higher),
        ("earlier", Strictness.Earlier),
        ("later", Strictness.Later),
        ("superset", Strictness.Superset),
        ("subset", Strictness.Subset));

    public static FrozenDictionary<string, Binding> Bindings { get; } = Words(
        ("mandatory", Binding.Mandatory),
        ("principle", Binding.Principle),
        ("encouraged", Binding.Encouraged),
        ("target", Binding.Target));

    public static FrozenDictionary<string, InstrumentKind> InstrumentKinds { get; } = Words(
        ("law", InstrumentKind.Law),
        ("rule", InstrumentKind.Rule),
        ("notice", InstrumentKind.Notice),
        ("standard", InstrumentKind.Standard),
        ("plan", InstrumentKind.Plan),
        ("press", InstrumentKind.Press),
        ("school-plan", InstrumentKind.SchoolPlan));

    public static FrozenDictionary<string, Certainty> Certainties { get; } = Words(
        ("read", Certainty.Read),
        ("mixed", Certainty.Mixed),
        ("unverified", Certainty.Unverified));

    public static FrozenDictionary<string, WaiverKind> WaiverKinds { get; } = Words(("waiver", WaiverKind.Waiver), ("reason", WaiverKind.Reason));

    public static string Of(Strictness strictness) => Strictnesses.First(w => w.Value == strictness).Key;

    public static string Of(Binding binding) => Bindings.First(w => w.Value == binding).Key;

    private static FrozenDictionary<string, T> Words<T>(params ReadOnlySpan<(string Word, T Value)> words)
    {
        Dictionary<string, T> map = new(StringComparer.Ordinal);
        foreach ((string word, T value) in words) map.Add(word, value);
        return map.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
