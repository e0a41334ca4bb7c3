using System.Text.Json;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Findings in columns: what many share stands once.</summary>
/// <remarks>No finding is kept. For one thread.</remarks>
internal sealed class FindingColumns
{
    private readonly FactSchema _schema;
    private readonly RowTable _rows;
    private readonly Dictionary<string, string> _tables;
    private readonly Interned<RuleHead> _heads = new();
    private readonly Interned<FindingValue> _values = new();
    private readonly Interned<string> _words = new(StringComparer.Ordinal);
    private readonly Interned<string> _shown = new(StringComparer.Ordinal);
    private readonly Interned<LimitBasis> _bases = new();
    private readonly Interned<FindingBand> _bands = new();
    private readonly Interned<FindingWaiver> _waivers = new();
    private readonly HtmlComparison? _comparison;
    private readonly MessageTemplates _templates;
    private readonly FindingDetails _details;
    private readonly CorrectionColumns _corrections;
    private readonly IntColumn _numbers = new();
    private readonly IntColumn _subjects = new();
    private readonly SortedDictionary<string, IntColumn> _columns = new(StringComparer.Ordinal);

    /// <summary>Begins without findings.</summary>
    /// <param name="assessment">The assessment, for titles and tables.</param>
    /// <param name="rows">The rows that findings are about.</param>
    /// <param name="comparison">What became of earlier findings; null where there are none.</param>
    public FindingColumns(Assessment assessment, RowTable rows, HtmlComparison? comparison)
    {
        _comparison = comparison;
        _schema = assessment.Schema;
        _rows = rows;
        _tables = assessment.Rules.DistinctBy(r => r.Rule, StringComparer.Ordinal).ToDictionary(r => r.Rule, r => r.Subject, StringComparer.Ordinal);
        _templates = new MessageTemplates(_words);
        _details = new FindingDetails(_schema);
        _corrections = new CorrectionColumns(_schema, rows, _values, _words);
    }

    /// <summary>How many findings there are.</summary>
    public int Count => _subjects.Count;

    /// <summary>The units of what was measured.</summary>
    public IEnumerable<string> Units => _heads.Items.Select(h => h.Unit).OfType<string>().Concat(_corrections.Units);

    /// <summary>Adds a finding that is about no person.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>The number of its row; null where it is about all.</returns>
    public int? Add(Finding finding)
    {
        int? row = finding.Subject is { } subject ? _rows.Of(subject, finding.Place) : null;
        string table = finding.Subject?.Table ?? _tables.GetValueOrDefault(finding.Rule, string.Empty);
        LimitBasis basis = LimitBasis.Of(finding);
        _subjects.AddPlace(row);
        Column("rule").Add(_heads.Of(RuleHead.Of(finding)));
        Column("verdict").Add((int)finding.Verdict);
        Column("rows").AddPlace(row is null ? _shown.Of(finding.ShownRows.ToString()) : null);
        Column("observed").AddPlace(Place(finding.Observed));
        Column("limit").AddPlace(Place(finding.Limit));
        Column("margin").AddPlace(Place(finding.Margin));
        Column("message").Add(_templates.Of(finding.Message, finding.Observed?.Text, finding.Limit?.Text, _numbers));
        Column("band").AddPlace(finding.Band is { } band ? _bands.Of(band) : null);
        Column("basis").AddPlace(basis.IsEmpty ? null : _bases.Of(basis));
        Column("waiver").AddPlace(finding.Waiver is { } waiver ? _waivers.Of(waiver) : null);
        Column("parts").AddPlace(_details.Parts(finding.Parts));
        Column("missing").AddPlace(_details.Missing(finding, table));
        Column("correction").AddPlace(_corrections.Of(finding));
        if (_comparison is not null) Column("trend").AddPlace((int?)_comparison.Of(finding));
        return row;
    }

    /// <summary>Writes the block; nothing can be added any more.</summary>
    /// <param name="output">Where to.</param>
    public void Write(Stream output)
    {
        ColumnBlock block = new();
        int[] renumbered = _rows.Write(block, _rows.Regions.Numbers());
        _subjects.Replace(place => place == 0 ? 0 : renumbered[place - 1] + 1);
        block.Add("subject", _subjects.Items, isDelta: true);
        foreach ((string name, IntColumn column) in _columns) block.Add(name, column.Items, isDelta: name is "rule" or "correction");
        block.Add("numbers", _numbers.Items);
        _corrections.Write(block, renumbered);
        block.Write(output, WriteHeader);
    }

    private void WriteHeader(Utf8JsonWriter json)
    {
        json.WriteNumber("count", Count);
        ReportJson.WriteArray(json, "heads", _heads.Items, ReportJson.WriteHead);
        ReportJson.WriteArray(json, "templates", _templates.Items, ReportJson.WriteText);
        ReportJson.WriteArray(json, "bases", _bases.Items, ReportJson.WriteBasis);
        ReportJson.WriteArray(json, "bands", _bands.Items, WriteBand);
        ReportJson.WriteArray(json, "waivers", _waivers.Items, ReportJson.WriteWaiver);
        ReportJson.WriteStrings(json, "values", _values.Items.Select(v => v.Text));
        json.WriteString("valueTypes", string.Concat(_values.Items.Select(v => (int)v.Type)));
        ReportJson.WriteStrings(json, "words", _words.Items);
        ReportJson.WriteStrings(json, "shown", _shown.Items);
        ReportJson.WriteStrings(json, "rowTables", _rows.Tables);
        ReportJson.WriteStrings(json, "rowParts", _rows.Parts);
        _details.Write(json);
        _corrections.WriteHeader(json);
    }

    private int? Place(FindingValue? value) => value is null ? null : _values.Of(value);

    private IntColumn Column(string name)
    {
        if (_columns.TryGetValue(name, out IntColumn? column)) return column;
        column = new IntColumn();
        _columns.Add(name, column);
        return column;
    }

    private static void WriteBand(Utf8JsonWriter json, FindingBand band) => ReportJson.WriteText(json, band.Title);
}
