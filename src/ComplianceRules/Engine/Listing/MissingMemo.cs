using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Remembers which facts decide a rule on rows that look alike to it.</summary>
/// <remarks>
/// For one rule and one thread. Two steps: rows whose cells and parameters are equal are equal to the rule; and whoever looks for missing facts asks of the parts of the
/// conditions only whether they hold, or why they are not known, so rows that agree in those answers miss the same facts. A rule that reads other verdicts, or more than can be
/// told apart, is asked anew on each row; one that reads lists, on each row that reported one of them.
/// </remarks>
internal sealed class MissingMemo
{
    private const int MostFacts = 15;
    private const int MostParts = 64;
    private const int BitsOfReason = 4;
    private const int PartsOfNumber = 8;
    private const int BitsOfPart = 8;
    private const int AnswersOfPart = 3;

    private readonly FactTable _subject;
    private readonly ReferenceInterpreter _interpreter;
    private readonly Func<RowFrames, MissingSet> _find;
    private readonly ImmutableArray<TypedExpression> _parts = [];
    private readonly RowCell[] _cells = [];
    private readonly ImmutableArray<RowsExpression> _lists = [];
    private readonly int[] _truths = [];
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
        RowReads? reads = RowReads.Of(form);
        if (reads is null || reads.Facts.Length + reads.Lists.Length > MostFacts || reads.Parts.Length > MostParts) return;
        _parts = reads.Parts;
        _lists = reads.Lists;
        _cells = [.. reads.Facts.Select(f => new RowCell(f, snapshot, subject))];
        _truths = [.. reads.Facts.Select((f, i) => f.Type.Kind == FieldType.Bool ? i : -1).Where(i => i >= 0)];
        _patterns = new KeyNumbers(1 + _truths.Length + NumbersOf(_parts.Length));
        if (reads.AreCells) _rows = new KeyNumbers(2 + _cells.Length);
    }

    /// <summary>Whether rows are remembered by their cells too: faster, and more to keep.</summary>
    public bool KeepsRows { get; init; } = true;

    /// <summary>The facts that decide the rule on a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="parameters">The values in force for it.</param>
    public MissingSet Of(int row, ParameterTable parameters)
    {
        if (_patterns is null) return _find(new RowFrames(_subject, row, parameters));
        Span<long> key = stackalloc long[2 + MostFacts];
        key = key[..(2 + _cells.Length)];
        key[1] = NumberOf(parameters);
        for (int i = 0; i < _cells.Length; i++)
        {
            UnknownReason? reason = _cells[i].Read(row, out key[i + 2]);
            key[0] |= (reason is { } why ? (long)why + 1 : 0) << (i * BitsOfReason);
        }

        for (int i = 0; i < _lists.Length; i++)
        {
            RowFrames frames = new(_subject, row, parameters);
            if (_interpreter.RowsOf(_lists[i].List, frames).Missing is not { } why) return _find(frames);
            key[0] |= ((long)why + 1) << ((_cells.Length + i) * BitsOfReason);
        }

        int number = KeepsRows && _rows is not null ? _rows.NumberOf(key) : KeyNumbers.NotKept;
        if (number == KeyNumbers.NotKept) return ByPattern(new RowFrames(_subject, row, parameters), key);
        if (number == _ofRows.Count) _ofRows.Add(ByPattern(new RowFrames(_subject, row, parameters), key));
        return _ofRows[number];
    }

    private MissingSet ByPattern(RowFrames row, ReadOnlySpan<long> cells)
    {
        Span<long> key = stackalloc long[1 + MostFacts + (MostParts / PartsOfNumber)];
        key = key[..(1 + _truths.Length + NumbersOf(_parts.Length))];
        key[0] = cells[0];
        for (int i = 0; i < _truths.Length; i++) key[1 + i] = cells[2 + _truths[i]];
        Span<long> answers = key[(1 + _truths.Length)..];
        for (int i = 0; i < _parts.Length; i++) answers[i / PartsOfNumber] |= AnswerOf(_interpreter.Evaluate(_parts[i], row)) << (i % PartsOfNumber * BitsOfPart);
        int number = _patterns!.NumberOf(key);
        if (number == KeyNumbers.NotKept) return _find(row);
        if (number == _ofPatterns.Count) _ofPatterns.Add(_find(row));
        return _ofPatterns[number];
    }

    private static long AnswerOf(Value value) => value switch
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
