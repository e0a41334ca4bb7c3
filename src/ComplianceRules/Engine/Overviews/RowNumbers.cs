using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;

namespace ComplianceRules.Engine;

/// <summary>The numbers that an expression comes to on rows; rows that look alike to it are asked once.</summary>
/// <remarks>For one thread. Times are minutes on their scale, days the days since 0001-01-01.</remarks>
internal sealed class RowNumbers
{
    private const int MostFacts = 15;

    private readonly TypedExpression _expression;
    private readonly FactTable _subject;
    private readonly ReferenceInterpreter _interpreter;
    private readonly RowCell[] _cells = [];
    private readonly KeyNumbers? _rows;
    private readonly List<double?> _known = [];
    private readonly Dictionary<ParameterTable, int> _parameters = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes ready to ask.</summary>
    /// <param name="expression">An expression of a number, time or day.</param>
    /// <param name="snapshot">The facts.</param>
    /// <param name="subject">The rows.</param>
    /// <param name="interpreter">Evaluates one row.</param>
    public RowNumbers(TypedExpression expression, Snapshot snapshot, FactTable subject, ReferenceInterpreter interpreter)
    {
        (_expression, _subject, _interpreter) = (expression, subject, interpreter);
        RowReads? reads = RowReads.Of(ImmutableArray.Create(expression));
        if (reads is not { AreCells: true, Lists.IsEmpty: true, Facts.Length: <= MostFacts }) return;
        IsOfStack = reads.Facts.IsEmpty;
        _cells = [.. reads.Facts.Select(f => new RowCell(f, snapshot, subject))];
        _rows = new KeyNumbers(2 + _cells.Length);
    }

    /// <summary>Whether all rows of one stack have the same number.</summary>
    public bool IsOfStack { get; }

    /// <summary>The number of a row; null where it is not known.</summary>
    /// <param name="row">The row.</param>
    /// <param name="parameters">The values in force for it.</param>
    public double? Of(int row, ParameterTable parameters)
    {
        if (_rows is null) return Asked(row, parameters);
        Span<long> key = stackalloc long[2 + MostFacts];
        key = key[..(2 + _cells.Length)];
        key[1] = NumberOf(parameters);
        for (int i = 0; i < _cells.Length; i++)
        {
            if (_cells[i].Read(row, out key[i + 2]) is not null) key[0] |= 1L << i;
        }

        int number = _rows.NumberOf(key);
        if (number == KeyNumbers.NotKept) return Asked(row, parameters);
        if (number == _known.Count) _known.Add(Asked(row, parameters));
        return _known[number];
    }

    private double? Asked(int row, ParameterTable parameters) => _interpreter.Evaluate(_expression, new RowFrames(_subject, row, parameters)) switch
    {
        NumberValue number => number.Number.ToDouble(),
        RootValue root => root.Near.ToDouble(),
        TimeValue time => time.Minutes,
        DateValue date => date.Day.DayNumber,
        _ => null,
    };

    private int NumberOf(ParameterTable parameters)
    {
        if (!_parameters.TryGetValue(parameters, out int number)) _parameters.Add(parameters, number = _parameters.Count);
        return number;
    }
}
