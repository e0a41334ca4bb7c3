namespace ComplianceRules.Tests.Engine;

/// <summary>A row of a made-up snapshot: facts that are not there are missing, a list that is null was not reported.</summary>
internal sealed class MadeRow(string table, string id, MadeRow? parent)
{
    public string Table { get; } = table;

    public string Id { get; } = id;

    public MadeRow? Parent { get; } = parent;

    public Dictionary<string, object> Facts { get; private init; } = new(StringComparer.Ordinal);

    /// <summary>The regions below a region, the schools below a county, the classes of a school.</summary>
    public List<MadeRow>? Children { get; set; } = [];

    /// <summary>Whether every school below a region is there.</summary>
    public bool Covered { get; set; }

    public string Subject => Table == "class" ? $"class:{Parent!.Id}/{Id}" : $"{Table}:{Id}";

    public IEnumerable<MadeRow> SelfAndBelow() => (Children ?? []).SelectMany(c => c.SelfAndBelow()).Prepend(this);

    /// <summary>The row itself, or the nearest one above it, of a table.</summary>
    public MadeRow Nearest(string table) => Table == table ? this : Parent!.Nearest(table);

    /// <summary>Whether all rows of a list are there.</summary>
    public bool Reports(string list) => Table == "school" ? Children is not null : Covered && (list == "schools" || Rows("schools").All(s => s.Children is not null));

    /// <summary>The rows of a list that are there.</summary>
    public IEnumerable<MadeRow> Rows(string list) => SelfAndBelow().Where(r => r.Table == (list == "schools" ? "school" : "class"));

    public MadeRow Copy(MadeRow? parent)
    {
        MadeRow copy = new(Table, Id, parent) { Facts = new Dictionary<string, object>(Facts, StringComparer.Ordinal), Covered = Covered, Children = null };
        copy.Children = Children is null ? null : [.. Children.Select(c => c.Copy(copy))];
        return copy;
    }
}
