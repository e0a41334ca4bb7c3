using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>A second reading of tables by a mapping, written from docs/data-format.md alone: slow, plain, with other means than the library.</summary>
internal sealed class OracleReader
{
    private static readonly string[] Order = ["region", "school", "class", "club"];

    private readonly OracleMapping _mapping;
    private readonly Dictionary<string, Dictionary<string, OracleRow>> _tables = Order.ToDictionary(t => t, _ => new Dictionary<string, OracleRow>(StringComparer.Ordinal), StringComparer.Ordinal);

    private OracleReader(OracleMapping mapping) => _mapping = mapping;

    public int Filtered { get; private set; }

    public int Skipped { get; private set; }

    public int Blank { get; private set; }

    /// <summary>Records that there were, after rows were made of columns.</summary>
    public int Records { get; private set; }

    /// <summary>Cells of the rows' own records that could not be used.</summary>
    public int Troubles { get; private set; }

    /// <summary>Whether a row made of repeated columns was not the same in all records.</summary>
    public bool HasConflict { get; private set; }

    public IReadOnlyDictionary<string, Dictionary<string, OracleRow>> Tables => _tables;

    public OracleMapping Mapping => _mapping;

    public static OracleReader Of(OracleCase given)
    {
        OracleReader reader = new(given.Mapping);
        foreach (OracleEntry entry in given.Mapping.Tables.OrderBy(t => Array.IndexOf(Order, t.Table)))
        {
            foreach (OracleSheet sheet in given.Sheets.Where(s => s.Name.StartsWith(entry.Sheets, StringComparison.Ordinal)).OrderBy(s => s.Name, StringComparer.Ordinal))
            {
                foreach (Dictionary<string, string> record in OracleRecords.Of(sheet, entry)) reader.Add(record, entry);
            }
        }

        return reader;
    }

    private void Add(Dictionary<string, string> record, OracleEntry entry)
    {
        Records++;
        bool isLeftOut = entry.Where.Any(w => w.Texts.Contains(record[w.Column]) == w.IsNot);
        bool isBlank = record.Where(c => c.Key != entry.Unpivot?.Name).All(c => c.Value.Length == 0);
        if (isLeftOut) Filtered++;
        else if (isBlank) Blank++;
        else if (!TryRow(record, entry)) Skipped++;
    }

    private bool TryRow(Dictionary<string, string> record, OracleEntry entry)
    {
        string? id = Id(record, entry.Id);
        if (id is null || !TryParent(record, entry.Parent, out OracleRow? parent)) return false;
        OracleRow row = new(KeyOf(entry.Table, parent, id), RegionOr(entry.Table, parent));
        if (!_tables[entry.Table].TryAdd(row.Key, row)) return false;
        Fill(row, entry.Table, record, entry.Fields);
        Troubles += row.Facts.Values.Count(v => v[0] == '?');
        foreach (OracleEntry below in _mapping.Tables.Where(t => t.CompleteColumn is not null && t.Parent?.Table == entry.Table))
        {
            if (OracleCell.Bool(record[below.CompleteColumn!], _mapping) == "true") row.Lists.Add(below.Table);
        }

        return true;
    }

    private void Fill(OracleRow row, string table, Dictionary<string, string> record, ImmutableArray<OracleField> fields)
    {
        foreach (OracleField field in fields) row.Put(field.Name, OracleCell.Read(record[field.Column], field, _mapping));
        foreach ((string name, object value) in _mapping.Constants.Where(c => c.Key.StartsWith(table + ".", StringComparison.Ordinal) && c.Key != "school.region"))
            row.Put(name[(table.Length + 1)..], OracleCell.Shown(value, name[(table.Length + 1)..]));
    }

    /// <summary>The row above; null where a school may do without. False where the record cannot be placed.</summary>
    private bool TryParent(Dictionary<string, string> record, OracleParent? parent, out OracleRow? row)
    {
        row = null;
        if (parent is null) return true;
        string? key = Id(record, parent.Key);
        if (parent.Table == "region")
        {
            row = key is null ? null : new OracleRow(key, string.Empty);
            return true;
        }

        if (key is null || !TryParent(record, parent.Parent, out OracleRow? above)) return false;
        string whole = KeyOf(parent.Table, above, key);
        if (_mapping.Tables.Any(t => t.Table == parent.Table)) return _tables[parent.Table].TryGetValue(whole, out row);
        OracleRow made = new(whole, RegionOr(parent.Table, above));
        Fill(made, parent.Table, record, parent.Fields);
        if (_tables[parent.Table].TryAdd(whole, made)) row = made;
        else Compare(row = _tables[parent.Table][whole], made);
        return true;
    }

    private void Compare(OracleRow first, OracleRow again) =>
        HasConflict |= first.Parent != again.Parent || first.Facts.Count != again.Facts.Count || first.Facts.Any(f => again.Facts.GetValueOrDefault(f.Key) != f.Value);

    private string RegionOr(string table, OracleRow? parent) =>
        parent?.Key ?? (table == "school" ? (string?)_mapping.Constants.FirstOrDefault(c => c.Key == "school.region").Value ?? string.Empty : string.Empty);

    private static string KeyOf(string table, OracleRow? parent, string id) => table is "school" or "region" || parent is null ? id : $"{parent.Key}/{id}";

    private static string? Id(Dictionary<string, string> record, ImmutableArray<OraclePart> parts)
    {
        string[] texts = [.. parts.Select(p => p.Text ?? record[p.Column!])];
        bool isNothing = parts.Where(p => p.Text is null).Select(p => record[p.Column!]).DefaultIfEmpty("x").All(t => t.Length == 0);
        return isNothing ? null : string.Join('|', texts.Select(Escaped));
    }

    private static string Escaped(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("|", "%7C", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal);
}
