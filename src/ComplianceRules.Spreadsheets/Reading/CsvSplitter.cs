using System.Text;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>Splits the lines of one record into cells, and takes quotes that do not belong for what they are.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class CsvSplitter
{
    private readonly List<string> _cells = [];
    private readonly StringBuilder _cell = new();
    private bool _isEmpty = true;

    /// <summary>Whether a quote is open, so that the next line belongs to the same record.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes the next line of the record.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isLiteral">Whether quotes are characters like others.</param>
    public void Feed(string line, bool isLiteral)
    {
        if (IsOpen) _cell.Append('\n');
        else if (line.Length == 0) return;
        _isEmpty = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            if (IsOpen && c == '"' && i + 1 < line.Length && line[i + 1] == '"') _cell.Append(line[i++]);
            else if (IsOpen && c == '"') IsOpen = false;
            else if (!IsOpen && !isLiteral && c == '"' && IsBlank()) Open();
            else if (!IsOpen && c == ',') EndCell();
            else _cell.Append(c);
        }
    }

    /// <summary>The cells; the next line begins a new record.</summary>
    public IReadOnlyList<string> Take()
    {
        if (_isEmpty) return [];
        EndCell();
        string[] all = [.. _cells];
        Reset();
        return all;
    }

    /// <summary>Forgets the record.</summary>
    public void Reset()
    {
        _cells.Clear();
        _cell.Clear();
        (IsOpen, _isEmpty) = (false, true);
    }

    private bool IsBlank()
    {
        for (int i = 0; i < _cell.Length; i++)
        {
            if (_cell[i] != ' ') return false;
        }

        return true;
    }

    private void Open()
    {
        _cell.Clear();
        IsOpen = true;
    }

    private void EndCell()
    {
        _cells.Add(_cell.ToString());
        _cell.Clear();
    }
}
