using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;

namespace ComplianceRules.Engine;

/// <summary>Finds what facts that say nothing of their type must be for an expression to make sense: what leaves the fewest problems.</summary>
/// <remarks>Used once. One choice after another, twice around; a choice for rows is judged with the best choices for their facts. The number of tries is bounded.</remarks>
internal sealed class TrialInference(TrialFacts facts, TrialExpression expression, bool hasDay)
{
    private const int Rounds = 2;
    private const int MostTries = 2_000;

    private readonly Dictionary<string, TrialReading> _readings = new(StringComparer.Ordinal);
    private readonly ImmutableArray<TrialChoice> _choices = TrialChoices.Of(facts, expression);
    private int _tries;

    /// <summary>The checked expression and the world that it was checked in; the expression is null where there were problems.</summary>
    /// <param name="problems">Takes those of the best world.</param>
    public (TypedExpression? Expression, TrialWorld World) Settle(DiagnosticBag problems)
    {
        int fewest = _choices.IsEmpty ? 0 : Problems();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (TrialChoice choice in _choices) fewest = Choose(choice, fewest);
        }

        return (Check(problems, out TrialWorld world), world);
    }

    private int Choose(TrialChoice choice, int fewest)
    {
        TrialReading best = _readings.GetValueOrDefault(choice.Keys[0], choice.Readings[0]);
        TrialReading before = best;
        foreach (TrialReading reading in choice.Readings)
        {
            if (fewest == 0 || _tries > MostTries) break;
            if (reading == before) continue;
            Take(choice, reading);
            int found = Problems();
            foreach (TrialChoice inner in Inside(choice, reading)) found = Choose(inner, found);
            if (found < fewest) (fewest, best) = (found, reading);
        }

        Take(choice, best);
        return fewest;
    }

    private IEnumerable<TrialChoice> Inside(TrialChoice choice, TrialReading reading) =>
        TrialChoices.TableOf(choice.Keys[0], reading) is { } table ? _choices.Where(c => TrialChoices.OwnerOf(c.Keys[0]) == table) : [];

    private void Take(TrialChoice choice, TrialReading reading)
    {
        foreach (string key in choice.Keys) _readings[key] = reading;
    }

    private int Problems()
    {
        _tries++;
        DiagnosticBag problems = new();
        return Check(problems, out _) is null ? problems.Count : 0;
    }

    private TypedExpression? Check(DiagnosticBag problems, out TrialWorld world)
    {
        world = new TrialWorld(facts, expression.Members, _readings, hasDay);
        return new ExpressionChecker(world.Scope, problems).Read(expression.Text);
    }
}
