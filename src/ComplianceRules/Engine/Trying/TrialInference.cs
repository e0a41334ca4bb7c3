using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Finds what facts that say nothing of their type must be for an expression to make sense: what leaves the fewest problems.</summary>
/// <remarks>Used once. One choice after another, twice around: the number of tries is bounded by the number of choices.</remarks>
internal sealed class TrialInference(TrialFacts facts, TrialExpression expression, bool hasDay)
{
    private const int Rounds = 2;

    private readonly Dictionary<string, TrialReading> _readings = new(StringComparer.Ordinal);

    /// <summary>The checked expression and the world that it was checked in; the expression is null where there were problems.</summary>
    /// <param name="problems">Takes those of the best world.</param>
    public (TypedExpression? Expression, TrialWorld World) Settle(DiagnosticBag problems)
    {
        ImmutableArray<TrialChoice> choices = TrialChoices.Of(facts, expression);
        int fewest = Problems();
        for (int round = 0; round < Rounds && fewest > 0; round++)
        {
            foreach (TrialChoice choice in choices) fewest = Choose(choice, fewest);
        }

        return (Check(problems, out TrialWorld world), world);
    }

    private int Choose(TrialChoice choice, int fewest)
    {
        if (fewest == 0) return fewest;
        TrialReading best = _readings.GetValueOrDefault(choice.Keys[0], choice.Readings[0]);
        foreach (TrialReading reading in choice.Readings.Where(r => r != best).ToArray())
        {
            Take(choice, reading);
            int found = Problems();
            if (found < fewest) (fewest, best) = (found, reading);
        }

        Take(choice, best);
        return fewest;
    }

    private void Take(TrialChoice choice, TrialReading reading)
    {
        foreach (string key in choice.Keys) _readings[key] = reading;
    }

    private int Problems()
    {
        DiagnosticBag problems = new();
        return Check(problems, out _) is null ? problems.Count : 0;
    }

    private TypedExpression? Check(DiagnosticBag problems, out TrialWorld world)
    {
        world = new TrialWorld(facts, expression.Members, _readings, hasDay);
        return new ExpressionChecker(world.Scope, problems).Read(expression.Text);
    }
}
