namespace ComplianceRules.Proofs;

/// <summary>A value that a pack further in makes another.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Key">The key; null for a parameter that is not keyed.</param>
/// <param name="Before">The value without the pack, as data writes it; null where there is none.</param>
/// <param name="After">The value with the pack, as data writes it; null where there is none.</param>
public sealed record ParameterChange(string Parameter, string? Key, string? Before, string? After)
{
    /// <summary>The change as one text, such as <c>homework.daily_max 60 -&gt; 45</c>.</summary>
    public string Text => $"{Parameter}{(Key is null ? string.Empty : $"[{Key}]")} {Before ?? "-"} -> {After ?? "-"}";
}
