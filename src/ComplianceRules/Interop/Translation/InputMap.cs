using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Which tables, lists and fields the inputs and members of workflows are.</summary>
/// <remarks>Immutable once read.</remarks>
internal sealed class InputMap
{
    private readonly FactSchema _schema;
    private readonly Dictionary<string, InputPlace> _inputs = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Table, string Member), string> _members = [];

    private InputMap(FactSchema schema) => _schema = schema;

    /// <summary>Reads what the caller says.</summary>
    /// <param name="map">Inputs and members, each with what it is.</param>
    /// <param name="schema">The tables there are.</param>
    /// <param name="file">Where trouble is told of.</param>
    /// <param name="problems">Takes what leads nowhere.</param>
    public static InputMap Read(ImmutableSortedDictionary<string, string> map, FactSchema schema, string file, DiagnosticBag problems)
    {
        InputMap inputs = new(schema);
        foreach ((string input, string target) in map.Where(m => !m.Key.Contains('.', StringComparison.Ordinal)))
        {
            bool isFirst = inputs.PlaceOf(target) is { } place && !inputs._inputs.ContainsValue(place) && inputs._inputs.TryAdd(input, place);
            if (!isFirst) Refuse(input, target, schema.Tables.Keys);
        }

        foreach ((string path, string target) in map.Where(m => m.Key.Contains('.', StringComparison.Ordinal)))
        {
            string[] parts = path.Split('.');
            TableSchema? table = parts.Length == 2 && inputs.Find(parts[0]) is { } place ? place.List ?? place.Table : null;
            if (table is null) Refuse(path, target, schema.Tables.Keys);
            else if (inputs.NamesOf(table).Contains(target, StringComparer.Ordinal)) inputs._members[(table.Name, FoldedNames.Fold(parts[1]))] = target;
            else Refuse(path, target, inputs.NamesOf(table));
        }

        return inputs;

        void Refuse(string name, string target, IEnumerable<string> known) => problems.Add(
            new Diagnostic(DiagnosticCodes.BadInputMap, SourceSpan.Whole(file), name, target, string.Join(", ", known.Select(k => $"`{k}`"))) { DidYouMean = NearestName.Of(target, known) });
    }

    /// <summary>What an input is: what the caller says, else the table of that name; null where it is neither.</summary>
    public InputPlace? Find(string input)
    {
        if (_inputs.TryGetValue(input, out InputPlace? place)) return place;
        return FoldedNames.Of(input, _schema.Tables.Keys) is [string table] ? new InputPlace(_schema.Table(table)!, null) : null;
    }

    /// <summary>The name that the caller gives a member of a table's rows; null where none is given.</summary>
    public string? Member(string table, string member) => _members.GetValueOrDefault((table, FoldedNames.Fold(member)));

    /// <summary>Everything that a row has a name for: facts, lists and the tables above it.</summary>
    public IEnumerable<string> NamesOf(TableSchema table) =>
        table.Fields.Keys.Concat(table.DerivedFields.Keys).Concat(_schema.Lists(table.Name).Select(t => t.Children)).Concat(_schema.SelfAndAncestors(table.Name).Select(t => t.Name).Where(n => n != table.Name));

    private InputPlace? PlaceOf(string target)
    {
        string[] parts = target.Split('.');
        if (_schema.Table(parts[0]) is not { } table || parts.Length > 2) return null;
        if (parts.Length == 1) return new InputPlace(table, null);
        return _schema.List(table.Name, parts[1]) is { } list ? new InputPlace(table, list) : null;
    }
}
