using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Remembers which facts decide a rule on rows that look alike to it.</summary>
/// <remarks>
/// For one rule and one thread. Two steps: rows whose cells and parameters are equal are equal to the rule; and whoever looks for missing facts asks of the parts of the
/// conditions only whether they hold, or why they are not known, so rows that agree in those answers miss the same facts. A rule that reads lists or other verdicts is
/// asked anew on each row.
/// </remarks>
internal sealed class MissingMemo
{
    private const int MostFacts = 16;
    private const int MostParts = 64;
    private const int BitsOfReason = 4;
    private const int PartsOfNumber = 8;
    private const int BitsOfPart = 8;
    private const int AnswersOfPart = 3;

    private readonly FactTable _subject;
    private readonly ReferenceInterpreter _interpreter;
    private readonly Func<RowFrames, MissingSet> _find;
    private readonly RowReads? _reads;
    private readonly RowCell[] _cells = [];
    private readonly KeyNumbers? _rows;
    private readonly KeyNumbers? _patterns;
    private readonly List<MissingSet> _ofRows = [];
    private readonly List<MissingSet> _ofPatterns = [];
    private readonly Dictionary<ParameterTable, int> _parameters = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes ready to ask.</summary>
    /// <param name="form">The rule.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="subject">The table that the rule judges.</param>
    /// <param name="interpreter">Evaluates one row.</param>
    /// <param name="find">Finds the facts where no row like it has been met.</param>
    public MissingMemo(JudgedForm form, Snapshot snapshot, FactTable subject, ReferenceInterpreter interpreter, Func<RowFrames, MissingSet> find)
    {
        _subject = subject;
        _interpreter = interpreter;
        _find = find;
        _reads = RowReads.Of(form);
        if (_reads is null) return;
        if (_reads.Parts.Length <= MostParts) _patterns = new KeyNumbers(NumbersOf(_reads.Parts.Length));
        if (!_reads.AreCells || _reads.Facts.Length > MostFacts) return;
        _cells = [.. _reads.Facts.Select(f => new RowCell(f, snapshot, subject))];
        _rows = new KeyNumbers(_cells.Length + 2);
    }

    /// <summary>The facts that decide the rule on a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="parameters">The values in force for it.</param>
    public MissingSet Of(int row, ParameterTable parameters)
    {
        if (_rows is null) return ByPattern(row, parameters);
        Span<long> key = stackalloc long[MostFacts + 2];
        key = key[..(_cells.Length + 2)];
        key[0] = NumberOf(parameters);
        for (int i = 0; i < _cells.Length; i++)
        {
            UnknownReason? reason = _cells[i].Read(row, out key[i + 2]);
            key[1] |= (reason is { } why ? (long)why + 1 : 0) << (i * BitsOfReason);
        }

        int number = _rows.NumberOf(key);
        if (number == KeyNumbers.NotKept) return ByPattern(row, parameters);
        if (number == _ofRows.Count) _ofRows.Add(ByPattern(row, parameters));
        return _ofRows[number];
    }

    private MissingSet ByPattern(int row, ParameterTable parameters)
    {
        RowFrames frames = new(_subject, row, parameters);
        if (_patterns is null || _reads is null) return _find(frames);
        Span<long> key = stackalloc long[MostParts / PartsOfNumber];
        key = key[..NumbersOf(_reads.Parts.Length)];
        for (int i = 0; i < _reads.Parts.Length; i++)
            key[i / PartsOfNumber] |= StateOf(_interpreter.Evaluate(_reads.Parts[i], frames)) << (i % PartsOfNumber * BitsOfPart);
        int number = _patterns.NumberOf(key);
        if (number == KeyNumbers.NotKept) return _find(frames);
        if (number == _ofPatterns.Count) _ofPatterns.Add(_find(frames));
        return _ofPatterns[number];
    }

    private static long StateOf(Value value) => value switch
    {
        UnknownValue unknown => AnswersOfPart + (long)unknown.Reason,
        BoolValue truth => truth.Truth ? 1 : 2,
        _ => 0,
    };

    private static int NumbersOf(int parts) => (parts + PartsOfNumber - 1) / PartsOfNumber;

    private int NumberOf(ParameterTable parameters)
    {
        if (!_parameters.TryGetValue(parameters, out int number)) _parameters.Add(parameters, number = _parameters.Count);
        return number;
    }
}
