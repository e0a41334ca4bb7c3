using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Engine.Columns;

/// <summary>Makes snapshots over a made schema: schools of several regions in odd order, missing values, lists that nobody reported, values outside their range.</summary>
internal sealed class PairFacts
{
    private readonly Dice _dice;
    private readonly PairSchema _schema;
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _missing = new(StringComparer.Ordinal);
    private readonly int _unreportedOneIn;
    private readonly int _mostClasses;
    private readonly bool _hasTemplates;

    private PairFacts(Dice dice, PairSchema schema, (int MostClasses, bool HasTemplates) form)
    {
        (_dice, _schema, _mostClasses, _hasTemplates) = (dice, schema, form.MostClasses, form.HasTemplates);
        _unreportedOneIn = dice.Of(0, 0, 4, 15);
        int common = dice.Of(0, 0, 20, 6);
        foreach (PairField field in schema.Tables.SelectMany(t => t.Fields)) _missing[field.Name] = dice.OneIn(10) ? dice.Of(0, 1, 2, 4) : common;
    }

    /// <summary>The snapshot as its JSON stands in a file.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="packs">What declares the fields.</param>
    /// <param name="schools">How many schools.</param>
    /// <param name="mostClasses">How many classes a school has at most.</param>
    public static string Json(Dice dice, PairPacks packs, int schools, int mostClasses)
    {
        PairFacts facts = new(dice, packs.Schema, (mostClasses, packs.Catalogue.Packs.Packs.Any(p => p.Id == "t")));
        facts.Snapshot(schools);
        return facts._text.ToString();
    }

    public static Snapshot Read(FactSchema schema, string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Checked<Snapshot> read = new JsonSnapshotSource(() => new MemoryStream(bytes), "made.json").Read(schema, new SnapshotOptions(), CancellationToken.None);
        return read.Value;
    }

    private void Snapshot(int schools)
    {
        string covers = _dice.Of("[]", "[\"CN\"]", "[\"370322\", \"440100\"]", "[\"370000\"]");
        _text.Append("{ \"schemaVersion\": 1, \"date\": \"2026-09-01\", \"covers\": ").Append(covers);
        if (_dice.OneIn(2)) _text.Append(", \"calendar\": { \"daysOff\": [\"2026-08-31\"], \"workingDaysInstead\": [\"2025-09-06\"], \"terms\": [] }");
        _text.Append(", \"regions\": [");
        string[] codes = ["CN", "370000", "370300", "370322", "370303", "440100", "440000"];
        int regions = _dice.OneIn(3) ? _dice.Between(0, codes.Length) : codes.Length;
        for (int i = 0; i < regions; i++) Row("region", codes[i], i);
        _text.Append("], \"schools\": [");
        int run = 0;
        string? region = null;
        for (int i = 0; i < schools; i++)
        {
            if (run-- <= 0) (region, run) = (_dice.Of("370322", "370322", "370303", "370300", "440100", "CN", null), _dice.Of(0, 0, 1, 3, 9));
            Row("school", $"s{i}", i, region);
        }

        _text.Append("] }");
    }

    private void Row(string table, string id, int index, string? region = null)
    {
        PairTable of = _schema.Table(table);
        _text.Append(index == 0 ? string.Empty : ",\n").Append("{ \"").Append(table == "region" ? "code" : "id").Append("\": \"").Append(id).Append('"');
        if (region is not null) _text.Append(", \"region\": \"").Append(region).Append('"');
        if (table == "school" && _hasTemplates && _dice.OneIn(6)) _text.Append(", \"packs\": [\"t\"]");
        foreach (PairField field in of.Fields.Where(f => !f.IsDerived))
        {
            if (_missing[field.Name] > 0 && _dice.OneIn(_missing[field.Name])) continue;
            string value = field.Outside > 0 && _dice.OneIn(40) ? field.Pool[^_dice.Between(1, field.Outside)] : field.Inside(_dice);
            _text.Append(", \"").Append(field.Name).Append("\": ").Append(value);
        }

        foreach ((string list, int most) in ListsOf(table)) List(list, most);
        _text.Append(" }");
    }

    private IEnumerable<(string Table, int Most)> ListsOf(string table) => table switch
    {
        "region" => [("post", 3)],
        "school" when _dice.OneIn(4) => [("class", _mostClasses), ("year_group", 2)],
        "school" => [("class", _mostClasses)],
        "class" => _mostClasses > 100 ? [] : [("team", 2), ("pupil", 2)],
        _ => [],
    };

    private void List(string table, int most)
    {
        if (_unreportedOneIn > 0 && _dice.OneIn(_unreportedOneIn)) return;
        _text.Append(", \"").Append(_schema.Table(table).Children).Append("\": [");
        int count = _dice.OneIn(4) ? 0 : most > 100 ? most : _dice.Between(1, most);
        for (int i = 0; i < count; i++) Row(table, $"{i}", i);
        _text.Append(']');
    }
}
