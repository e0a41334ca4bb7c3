using System.Collections.Immutable;

namespace ComplianceRules.Interop;

/// <summary>What names mean at a place of an expression.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Parameters">The parameters that may be read, later ones first to be found.</param>
internal sealed record TranslationScope(ImmutableArray<WorkflowParameter> Parameters)
{
    /// <summary>Parameters that come only after this place: whoever reads one here goes round in a circle.</summary>
    public ImmutableArray<WorkflowParameter> Later { get; init; } = [];

    /// <summary>The rows of lists around, outermost first, each with the name that its lambda gives it.</summary>
    public ImmutableArray<(string? Name, Said Row)> Items { get; init; } = [];

    /// <summary>The parameter of a name and the scope of its own expression; null where there is none.</summary>
    public (WorkflowParameter Parameter, TranslationScope Scope)? Parameter(string name)
    {
        for (int i = Parameters.Length - 1; i >= 0; i--)
        {
            if (string.Equals(Parameters[i].Name.Text, name, StringComparison.OrdinalIgnoreCase)) return (Parameters[i], new TranslationScope(Parameters[..i]) { Later = [.. Parameters[i..], .. Later] });
        }

        return null;
    }

    /// <summary>Whether a name is that of a parameter which comes only later.</summary>
    public bool IsLater(string name) => Later.Any(p => string.Equals(p.Name.Text, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The row that a lambda calls so; null where none does.</summary>
    public Said? Item(string name)
    {
        if (string.Equals(name, "it", StringComparison.OrdinalIgnoreCase)) return Items.IsEmpty ? null : Items[^1].Row;
        return Items.LastOrDefault(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase)).Row;
    }
}
