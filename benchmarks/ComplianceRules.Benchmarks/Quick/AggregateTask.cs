using ComplianceRules.Engine;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>Aggregates over the classes of schools, or of counties.</summary>
internal sealed class AggregateTask
{
    private readonly AggregateLimits _limits;
    private readonly string _pack;
    private readonly NationRows _rows;
    private readonly int[] _starts;
    private readonly uint[] _verdicts;

    private AggregateTask(NationShape shape, string pack, AggregateLimits limits, int classesOfAParent)
    {
        _limits = limits;
        _pack = pack;
        MadeUpNation nation = new(shape);
        Catalogue catalogue = Inputs.Bench(pack);
        _rows = NationRows.Of(nation);
        int parents = (_rows.Classes.Length + classesOfAParent - 1) / classesOfAParent;
        _starts = [.. Enumerable.Range(0, parents + 1).Select(parent => Math.Min(parent * classesOfAParent, _rows.Classes.Length))];
        _verdicts = new uint[parents];
        Ours = new OurEngine(Plan.For(catalogue, Inputs.AsOf), ColumnSnapshot.Make(nation, catalogue.Schema));
    }

    public OurEngine Ours { get; }

    /// <summary>Twelve aggregates over the classes of each school.</summary>
    public static AggregateTask OfSchools(NationShape shape) => new(shape, "bench-lists", AggregateLimits.OfSchools, shape.ClassesOfASchool);

    /// <summary>Twelve aggregates over the about 700 classes of each county.</summary>
    public static AggregateTask OfCounties(NationShape shape)
    {
        NationShape counties = shape.WithRowsOfARegion(700);
        return new AggregateTask(counties, "bench-counties", AggregateLimits.OfCounties, counties.SchoolsOfARegion * counties.ClassesOfASchool);
    }

    public void ByHand() => HandAggregates.Judge(_rows.Classes, _starts, _limits, _verdicts);

    /// <summary>Holds that both come to the same counts; regions that are no counties are outside and not counted.</summary>
    /// <exception cref="UnfairException">They do not.</exception>
    public void Gate()
    {
        ByHand();
        foreach ((string rule, VerdictCounts counts) in Ours.CountsByRule())
        {
            string id = rule[(_pack.Length + 1)..];
            VerdictCounts hand = HandAggregates.Count(Array.IndexOf(HandAggregates.Rules, id), _verdicts);
            VerdictCounts ours = counts with { NotApplicable = counts.NotApplicable - (counts.Total - _verdicts.Length) };
            if (ours != hand) throw new UnfairException($"{_pack}, {id}: ours {ours}, by hand {hand}");
        }
    }
}
