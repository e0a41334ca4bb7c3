using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions;

/// <summary>What the ranges tell holds of every node of random expressions over random facts.</summary>
public sealed class RangeSoundnessTests
{
    private const int Cases = 400;

    private static readonly UnknownReason[] Failures = [UnknownReason.DivisionByZero, UnknownReason.Overflow];

    [Fact]
    public void Every_known_value_lies_in_the_range_of_its_node_and_nothing_fails_without_a_hazard()
    {
        (int judged, int decided, int failed) = (0, 0, 0);
        Dice.Check(Cases, dice =>
        {
            MadeRanged made = new(dice);
            string text = dice.OneIn(2) ? made.Condition(3) : made.Number(3);
            if (RangeSight.Typed(text, BaseTables.School) is not { } typed) return;
            ExpressionRanges ranges = ExpressionRanges.Of(typed);
            for (int i = 0; i < 3; i++)
            {
                Judgement judgement = new(ranges, made.Facts(), $"{dice.Seed}: {text}");
                judgement.OfNodes();
                judgement.OfPairs();
                judged++;
                decided += ranges.Nodes.Count(n => n.Node is ComparisonExpression && (ranges.Truth(n.Node).IsNever || ranges.Truth(n.Node).IsAlways));
                failed += judgement.Failed;
            }
        });
        Assert.True(judged > Cases * 2 && decided > Cases / 2 && failed > Cases / 10, $"{judged} judged, {decided} decided, {failed} failed");
    }

    /// <summary>The ranges of one expression held against what it comes to on some facts.</summary>
    private sealed class Judgement
    {
        private readonly ExpressionRanges _ranges;
        private readonly string _name;
        private readonly Snapshot _snapshot;
        private readonly ReferenceInterpreter _interpreter;
        private readonly RowFrames _school;

        public Judgement(ExpressionRanges ranges, SampleFacts facts, string name)
        {
            _ranges = ranges;
            _name = name;
            _snapshot = facts.Snapshot();
            _interpreter = new ReferenceInterpreter(_snapshot, Written.AsOf, new SampleVerdicts());
            _school = facts.Frames(_snapshot, BaseTables.School);
        }

        public int Failed { get; private set; }

        public void OfNodes()
        {
            foreach (SeenNode at in _ranges.Nodes.Where(n => !n.Node.Type.IsList))
            {
                foreach (RowFrames rows in Frames(at)) OfNode(at.Node, rows);
            }
        }

        public void OfPairs()
        {
            foreach (Clash clash in Clashes.In(_ranges, _ => true))
            {
                foreach (RowFrames rows in Frames(clash.At))
                {
                    Value both = Value.Of(clash.IsAnd);
                    bool isRefuted = _interpreter.Evaluate(clash.First, rows) == both && _interpreter.Evaluate(clash.Second, rows) == both;
                    Assert.False(isRefuted, _name);
                }
            }
        }

        private void OfNode(TypedExpression node, RowFrames rows)
        {
            Value value = _interpreter.Evaluate(node, rows);
            NodeRange told = _ranges[node];
            if (!RangeSight.Holds(told.Range, value)) Assert.Fail($"{_name}: {node} came to {value.Text}, not in {told.Range}");
            if (value is not UnknownValue { Reason: var reason } || !Failures.Contains(reason) || ExpressionWalker.Parts(node).Any(p => !IsKnown(p, rows))) return;
            Failed++;
            Hazards needed = reason == UnknownReason.Overflow ? Hazards.Overflow : Hazards.DivisionByZero;
            if (!told.Hazards.HasFlag(needed)) Assert.Fail($"{_name}: {node} failed by {reason} without a hazard");
        }

        private bool IsKnown(TypedExpression part, RowFrames rows) =>
            part is RowsExpression || (part is MacroExpression { Kind: MacroKind.Filter, Type.RowTable: not null })
            || part is not VariableExpression && !NeedsVariable(part, rows) && _interpreter.Evaluate(part, rows) is not UnknownValue;

        // A part that stands inside a macro has no row of its own here.
        private static bool NeedsVariable(TypedExpression part, RowFrames rows) =>
            ExpressionWalker.SelfAndDescendants(part).Any(n => (n is FieldExpression field && field.Row.Frame > rows.Items.Length) || (n is VariableExpression variable && variable.Variable.Frame > rows.Items.Length));

        private IEnumerable<RowFrames> Frames(SeenNode at)
        {
            if (at.Variables.IsEmpty) return [_school];
            if (at.Variables.Length > 1 || at.Variables[0].Table is null) return [];
            FactTable classes = _snapshot.Table(BaseTables.Class);
            return Enumerable.Range(0, classes.Count).Select(row => _school.Enter(ListItem.Of(classes, row), new ListWork(1, 1)));
        }
    }
}
