using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>One class of a nation has changed: what was said of the others still stands.</summary>
internal sealed class ChangeTask
{
    private const string Field = "enrolment";

    private readonly Plan _plan;
    private readonly RunOptions _options = new() { Threads = 1, ForReassessment = true };
    private readonly Assessment _before;
    private readonly Snapshot _first;
    private readonly Snapshot _changed;
    private readonly int _row;
    private readonly double _value;

    public ChangeTask(NationShape shape, string pack)
    {
        Catalogue catalogue = Inputs.Bench(pack);
        _plan = Plan.For(catalogue, Inputs.AsOf);
        _first = ColumnSnapshot.Make(new MadeUpNation(shape), catalogue.Schema);
        _row = _first.Table(BaseTables.Class).Count / 2;
        _value = ((NumberColumn)_first.Table(BaseTables.Class).Column(Field)!)[_row] == 70 ? 71 : 70;
        _before = _plan.Run(_first, _options);
        _changed = Edit();
    }

    /// <summary>Makes the snapshot in which one cell is another.</summary>
    public Snapshot Edit()
    {
        SnapshotEdit edit = new(_first);
        edit.Table(BaseTables.Class).SetNumber(_row, Field, _value);
        return edit.Build();
    }

    /// <summary>Judges what the change touches.</summary>
    public Assessment Reassess() => _plan.Reassess(_before, _changed);

    /// <summary>Judges everything.</summary>
    public Assessment Run() => _plan.Run(_changed, _options with { ForReassessment = false });

    /// <summary>Judges everything without listing or counting, by limits and room that are there already: the least that all rows can take.</summary>
    public void Masks() => _plan.Judge(_changed, _options).Dispose();

    /// <summary>Holds that both assessments say the same, and something else than before.</summary>
    /// <exception cref="UnfairException">They do not.</exception>
    public void Gate()
    {
        Assessment again = Reassess();
        Assessment whole = Run();
        if (!again.Rules.SequenceEqual(whole.Rules) || again.Findings.Count != whole.Findings.Count) throw new UnfairException("judged anew, the change gives other counts");
        if (again.Rules.SequenceEqual(_before.Rules)) throw new UnfairException("the change changes nothing");
    }
}
