using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace ComplianceRules.NRules.Tests.Contributions;

/// <summary>A rule that puts in facts which it fires for again.</summary>
public sealed class LoopingRoom : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        object fact = null!;
        When().Match(() => fact);
        Then().Do(context => Go(context));
    }

    private static void Go(IContext context) => context.Insert(new object());
}
