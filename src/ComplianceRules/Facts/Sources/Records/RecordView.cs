using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Facts;

/// <summary>The records of a table as a mapping sees them: with columns that are made, and several records of one where it says so.</summary>
internal sealed class RecordView
{
    private const int FirstMade = 1 << 20;
    private const int FirstText = 1 << 21;
    private const int None = -1;

    private readonly RecordReader _reader;
    private readonly List<string> _texts = [];
    private readonly Unpivot? _unpivot;
    private int[][] _parts = [];
    private int _part = int.MaxValue - 1;

    public RecordView(RecordReader reader, Unpivot? unpivot)
    {
        _reader = reader;
        _unpivot = unpivot;
    }

    public RecordReader Reader => _reader;

    public SourceSpan Span => _reader.Span;

    public bool IsBlank => _reader.IsBlank;

    /// <summary>Whether the records are those of the reader, whose cells can be had as bytes.</summary>
    public bool HasBytes => _unpivot is null && _reader.HasBytes;

    /// <summary>Says where the parts of a record come from.</summary>
    public void Bind(ColumnBinder columns)
    {
        if (_unpivot is { } unpivot) _parts = [.. unpivot.Parts.Select(p => Columns(p.Columns, columns))];
    }

    /// <summary>The made column of a name; -1 where there is none.</summary>
    public int Made(string name)
    {
        if (_unpivot is null) return None;
        string folded = RecordHeader.Fold(name);
        if (folded == RecordHeader.Fold(_unpivot.Name)) return FirstMade;
        int value = _unpivot.Values.ToList().FindIndex(v => RecordHeader.Fold(v) == folded);
        return value < 0 ? None : FirstMade + 1 + value;
    }

    /// <summary>The headers that say what a column's numbers are: its own, and those of the columns that a made one takes its values from.</summary>
    public ImmutableArray<string> HeadersOf(MappedColumn column)
    {
        int value = Made(column.Name) - FirstMade - 1;
        return value < 0 ? [column.Name] : [column.Name, .. _unpivot!.Parts.Select(p => p.Columns[value]?.Name).OfType<string>()];
    }

    /// <summary>A column that has the same text in every record.</summary>
    public int Text(string text)
    {
        _texts.Add(text);
        return FirstText + _texts.Count - 1;
    }

    /// <summary>Whether a column has the same text in every record.</summary>
    public static bool IsText(int column) => column >= FirstText;

    /// <summary>Whether a column is there and is the reader's own.</summary>
    public static bool IsReal(int column) => column is >= 0 and < FirstMade;

    /// <summary>Goes to the next record.</summary>
    /// <param name="goOn">Whether the whole reading may go on.</param>
    /// <returns>Whether there is one.</returns>
    public bool Next(out bool goOn)
    {
        goOn = true;
        if (++_part < _parts.Length) return true;
        _part = 0;
        return _reader.Next(out goOn);
    }

    /// <summary>A cell, trimmed; valid until the next call.</summary>
    public ReadOnlySpan<char> Chars(int column)
    {
        if (column >= FirstText) return _texts[column - FirstText];
        if (column == FirstMade) return _unpivot!.Parts[_part].Label;
        int real = Real(column);
        return real < 0 ? [] : _reader.Chars(real);
    }

    /// <summary>A cell, trimmed.</summary>
    public string Cell(int column) => Chars(column).ToString();

    public CellFault FaultOf(int column) => Real(column) is >= 0 and int real ? _reader.FaultOf(real) : CellFault.None;

    /// <summary>The words that a cell shows behind its number; null for none.</summary>
    public string? WordsOf(int column) => Real(column) is >= 0 and int real ? _reader.WordsOf(real) : null;

    public SourceSpan SpanOf(int column) => Real(column) is >= 0 and int real ? _reader.SpanOf(real) : _reader.Span;

    private int Real(int column) => column switch
    {
        < FirstMade => column,
        > FirstMade and < FirstText => _parts[_part][column - FirstMade - 1],
        _ => None,
    };

    private static int[] Columns(ImmutableArray<MappedColumn?> columns, ColumnBinder binder) => [.. columns.Select(c => c is null ? None : binder.BindReal(c))];
}
