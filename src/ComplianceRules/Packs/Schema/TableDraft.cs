using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Packs;

/// <summary>One table while what packs say of it is put together.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class TableDraft
{
    private readonly SortedDictionary<string, PlacedField> _fields = new(StringComparer.Ordinal);
    private LocalText _title = LocalText.Empty;
    private LocalText _meaning = LocalText.Empty;
    private bool _personal;

    public TableDraft(string name) => Name = name;

    public TableDraft(TableSchema table)
        : this(table.Name)
    {
        IsBase = true;
        Parent = table.Parent;
        Children = table.Children;
        _title = table.Title;
        foreach (FieldSchema field in table.Fields.Values) _fields.Add(field.Name, new PlacedField(field, null));
    }

    public string Name { get; }

    public bool IsBase { get; }

    public string? Parent { get; private set; }

    public string? Children { get; private set; }

    /// <summary>Where the table is first named; null for a base table.</summary>
    public SourceSpan? Place { get; private set; }

    /// <summary>Where the parent is given; null for a base table.</summary>
    public SourceSpan? ParentPlace { get; private set; }

    /// <summary>Where the list is named; null for a base table.</summary>
    public SourceSpan? ChildrenPlace { get; private set; }

    /// <summary>The fields that packs declare, each with its first place.</summary>
    public IEnumerable<(string Name, SourceSpan? Place)> FieldPlaces => _fields.Values.Where(f => f.Place is not null).Select(f => (f.Field.Name, f.Place));

    public void Add(TableFragment fragment, DiagnosticBag problems)
    {
        if (!IsBase) Place ??= fragment.Place;
        if (Agree("parent", Parent, ParentPlace, fragment.Parent, fragment.ParentPlace, problems))
            (Parent, ParentPlace) = (fragment.Parent, fragment.ParentPlace);
        if (Agree("children", Children, ChildrenPlace, fragment.Children, fragment.ChildrenPlace, problems))
            (Children, ChildrenPlace) = (fragment.Children, fragment.ChildrenPlace);
        _personal |= fragment.Personal;
        _title = _title.FilledBy(fragment.Title);
        _meaning = _meaning.FilledBy(fragment.Meaning);
        foreach ((FieldSchema field, SourceSpan place) in fragment.Fields) Add(new PlacedField(field, place), problems);
    }

    public TableSchema ToTable() => new(
        Name, Parent, Children ?? Name, Facts(isDerived: false))
    {
        DerivedFields = Facts(isDerived: true),
        Personal = _personal,
        Title = _title,
        Meaning = _meaning,
    };

    private ImmutableSortedDictionary<string, FieldSchema> Facts(bool isDerived) =>
        _fields.Where(f => f.Value.Field.IsDerived == isDerived).ToImmutableSortedDictionary(f => f.Key, f => f.Value.Field, StringComparer.Ordinal);

    private void Add(PlacedField field, DiagnosticBag problems) =>
        _fields[field.Field.Name] = _fields.TryGetValue(field.Field.Name, out PlacedField? outer) ? FieldUnion.Unite(Name, outer, field, problems) : field;

    // True where the fragment is the first to say it.
    private bool Agree(string key, string? held, SourceSpan? heldPlace, string? given, SourceSpan place, DiagnosticBag problems)
    {
        if (given is null || given == held) return false;
        if (held is null) return true;
        if (IsBase) problems.Report(DiagnosticCodes.BaseTableDiffers, place, Name, key, held, given);
        else problems.Report(DiagnosticCodes.TableDiffers, place, Name, key, given, held, $"{heldPlace}");
        return false;
    }
}
