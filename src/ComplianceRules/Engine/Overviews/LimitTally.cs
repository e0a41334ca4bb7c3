using System.Collections.Immutable;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Kinds;

namespace ComplianceRules.Engine;

/// <summary>Counts how many rows a rule holds to which limit.</summary>
/// <remarks>For one rule and one thread.</remarks>
/// <param name="snapshot">The facts.</param>
/// <param name="interpreter">Evaluates one row.</param>
internal sealed class LimitTally(Snapshot snapshot, ReferenceInterpreter interpreter)
{
    /// <summary>The most limits that are told: with more, each row is held to one of its own.</summary>
    public const int MostDistinct = 1_000;

    private const int MostTold = 12;

    private readonly Dictionary<HeldLimit, long> _rows = [];

    /// <summary>How many rows are held to which limit; not whole where there are more than <see cref="MostDistinct"/>.</summary>
    public Dictionary<HeldLimit, long> Counted => _rows;

    /// <summary>The commonest limits, the one of most rows first; none where there are too many.</summary>
    /// <param name="rows">How many rows are held to which limit.</param>
    public static ImmutableArray<(HeldLimit Limit, long Rows)> Commonest(Dictionary<HeldLimit, long> rows) => rows.Count > MostDistinct
        ? []
        : [.. rows.OrderByDescending(l => l.Value).ThenBy(l => l.Key.Value).ThenBy(l => l.Key.IsUpper).ThenBy(l => l.Key.IsIncluded).Take(MostTold).Select(l => (l.Key, l.Value))];

    /// <summary>Counts the limits of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="rows">The rows that it concerns.</param>
    /// <param name="cancellation">Stops the work.</param>
    public void Add(CheckedRule rule, ConcernedVerdicts rows, CancellationToken cancellation)
    {
        FactTable subject = snapshot.Table(rule.Rule.Subject);
        foreach (Bound bound in rule.Form.Bounds)
        {
            RowNumbers limits = new(bound.Value, snapshot, subject, interpreter);
            RowNumbers? rooms = bound.Tolerance is { } tolerance ? new RowNumbers(tolerance, snapshot, subject, interpreter) : null;
            foreach (StackRun run in rows.Bits.Rows.Runs)
            {
                cancellation.ThrowIfCancellationRequested();
                ParameterTable parameters = run.Stack.ParametersOf(rule.Pack.Id);
                if (limits.IsOfStack && rooms is null or { IsOfStack: true }) Add(bound.Kind, limits.Of(run.Start, parameters), RoomOf(rooms, run.Start, parameters), rows.CountOf(run));
                else AddEach(bound.Kind, limits, rooms, rows.RowsOf(run), parameters);
            }
        }
    }

    private void AddEach(BoundKind kind, RowNumbers limits, RowNumbers? rooms, IEnumerable<int> rows, ParameterTable parameters)
    {
        foreach (int row in rows)
        {
            if (_rows.Count > MostDistinct) return;
            Add(kind, limits.Of(row, parameters), RoomOf(rooms, row, parameters), 1);
        }
    }

    private static double? RoomOf(RowNumbers? rooms, int row, ParameterTable parameters) => rooms is null ? 0 : rooms.Of(row, parameters);

    private void Add(BoundKind kind, double? limit, double? room, long rows)
    {
        if (limit is not { } value || room is not { } around || rows == 0) return;
        if (kind is BoundKind.Max or BoundKind.Below) Add(new HeldLimit(value, true, kind == BoundKind.Max), rows);
        if (kind is BoundKind.Min or BoundKind.Above) Add(new HeldLimit(value, false, kind == BoundKind.Min), rows);
        if (kind != BoundKind.Equals) return;
        Add(new HeldLimit(Sum(value, -around), false, true), rows);
        Add(new HeldLimit(Sum(value, around), true, true), rows);
    }

    private void Add(HeldLimit limit, long rows) => _rows[limit] = _rows.GetValueOrDefault(limit) + rows;

    private static double Sum(double value, double room) => room == 0 ? value : (Rational.OfCell(value) + Rational.OfCell(room)).ToDouble();
}
