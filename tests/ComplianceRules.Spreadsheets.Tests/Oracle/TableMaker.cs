using System.Collections.Immutable;

namespace ComplianceRules.Spreadsheets.Tests.Oracle;

/// <summary>Makes up one kind of table, column by column.</summary>
/// <param name="chance">What is chosen.</param>
/// <param name="name">How the names of the sheets begin.</param>
/// <param name="isClean">Whether no record is refused or blank and no repeated column changes.</param>
/// <param name="headers">Names that are still free.</param>
internal sealed class TableMaker(Chance chance, string name, bool isClean, Queue<string> headers)
{
    private const int MostNumbers = 40;

    private readonly List<(string Header, Func<int, List<string>, string> Cell)> _columns = [];
    private int _least;

    /// <summary>A column of cells for a field, whatever it is.</summary>
    public string Column(string header, string field) => Add(header, (_, _) => field == "complete" ? chance.Of("是", "否", "有", string.Empty) : CellMaker.Cell(chance, field));

    /// <summary>A column of the ids of rows above.</summary>
    public string Key(string[] keys) => Add(headers.Dequeue(), (_, _) => isClean || !chance.OneIn(15) ? chance.Pick(keys) : chance.Of(string.Empty, "S9"));

    /// <summary>A column with each of the ids once; one too many is a duplicate.</summary>
    public string Each(string[] keys, int count)
    {
        _least = count;
        return Add(headers.Dequeue(), (row, _) => keys[row % keys.Length]);
    }

    /// <summary>A column that follows from another.</summary>
    public string Fixed(string key, Func<string, string> value) => Add(headers.Dequeue(), (_, cells) => cells[IndexOf(key)] is var id && id is "" or "S9" ? string.Empty : value(cells[IndexOf(key)]));

    /// <summary>A column that says the same for each row above, or should.</summary>
    public string Repeated(string key) => Add(headers.Dequeue(), (_, cells) => isClean || !chance.OneIn(8) ? $"名{cells[IndexOf(key)]}" : chance.Of("另名", string.Empty));

    /// <summary>The rows above of which these are below, in some order.</summary>
    public string[] Copied(ImmutableArray<string>[] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(at => Add(headers.Dequeue(), (row, _) => rows[row % rows.Length][at]))];

    /// <summary>One or two columns that tell records apart.</summary>
    public ImmutableArray<OraclePart> Id()
    {
        OraclePart number = new(Add(headers.Dequeue(), (row, _) => isClean ? $"{row + 301}" : chance.OneIn(20) ? string.Empty : chance.Of($"{chance.Between(1, MostNumbers)}", $"{row}班", $"{row}|/%")));
        return chance.Between(0, 2) switch
        {
            0 => [number],
            1 => [number, new OraclePart(Add(headers.Dequeue(), (_, _) => chance.Of("A", "B", "１")))],
            _ => [new OraclePart(null, "本/部"), number],
        };
    }

    public ImmutableArray<OracleField> Fields(IEnumerable<string> names)
    {
        List<OracleField> fields = [];
        foreach (string field in names.Where(_ => chance.OneIn(2)))
        {
            OracleField made = CellMaker.Field(chance, field, headers.Count > 2 ? headers.Dequeue() : field);
            Add(made.Column, (_, _) => CellMaker.Cell(chance, field));
            fields.Add(made);
        }

        return [.. fields];
    }

    public ImmutableArray<OracleWhere> Where()
    {
        if (headers.Count == 0 || chance.OneIn(2)) return [];
        string column = Add(headers.Dequeue(), (_, _) => chance.Of("正常", " 正常 ", "撤并", "合计", string.Empty));
        return [chance.Of(new OracleWhere(column, true, ["撤并", "合计"]), new OracleWhere(column, true, [""]), new OracleWhere(column, false, ["正常", "合计"]))];
    }

    /// <summary>The table in one to three files that all have its columns, in some order.</summary>
    public ImmutableArray<OracleSheet> Sheets(int most)
    {
        if (headers.Count > 0 && chance.OneIn(2)) Add(headers.Dequeue(), (_, _) => CellMaker.Cell(chance, "note"));
        int rows = Math.Max(_least, chance.Between(0, most));
        ImmutableArray<string>[] records = [.. Enumerable.Range(0, rows).Select(Record)];
        int files = chance.Between(1, 3);
        int[] order = chance.Shuffled(Enumerable.Range(0, _columns.Count));
        return [.. Enumerable.Range(0, files).Select(file => new OracleSheet(
            $"{name}{file + 1}",
            [.. order.Select(c => _columns[c].Header)],
            [.. records.Where((_, i) => i * files / rows == file).Select(r => (ImmutableArray<string>)[.. order.Select(c => r[c])])]))];
    }

    private ImmutableArray<string> Record(int row)
    {
        bool isBlank = !isClean && chance.OneIn(25);
        List<string> cells = [];
        foreach ((_, Func<int, List<string>, string> cell) in _columns) cells.Add(cell(row, cells));
        return isBlank ? [.. cells.Select(_ => chance.Of(string.Empty, string.Empty, " "))] : [.. cells];
    }

    private int IndexOf(string header) => _columns.FindIndex(c => c.Header == header);

    private string Add(string header, Func<int, List<string>, string> cell)
    {
        _columns.Add((header, cell));
        return header;
    }
}
