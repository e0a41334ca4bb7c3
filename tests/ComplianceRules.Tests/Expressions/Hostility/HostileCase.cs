using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Expressions.Hostility;

/// <summary>One made expression: well typed, spoilt or never one, by its seed.</summary>
/// <param name="Kind">How it was made.</param>
/// <param name="Scope">The names that it is read with.</param>
/// <param name="Text">The text.</param>
internal sealed record HostileCase(string Kind, ExpressionScope Scope, string Text)
{
    public const string Typed = "well typed";

    private static readonly (ExpressionScope Scope, MadeNames Names)[] Scopes =
    [
        .. new[] { SampleSchema.Scope(), SampleSchema.Scope(BaseTables.School), SampleSchema.Scope(BaseTables.Region), SampleSchema.Scope(BaseTables.School, BaseTables.Class) }
            .Select(s => (s, MadeNames.Of(s))),
    ];

    public override string ToString() => $"{Kind}, of {Scope.Subject} {Scope.Child}: {Text}";

    public static HostileCase Of(int seed)
    {
        Dice dice = new(seed);
        (ExpressionScope scope, MadeNames names) = dice.Pick(Scopes);
        int kind = dice.Between(0, 7);
        if (kind == 7) return new HostileCase("random UTF-16", scope, NastyText.Utf16(dice));
        if (kind == 6) return new HostileCase("random words", scope, NastyText.Soup(dice));
        string text = new MadeExpressions(dice, scope, names).Any(dice.Between(0, dice.OneIn(10) ? 7 : 4)).Text;
        return kind >= 4 ? new HostileCase("spoilt", scope, NastyText.Mutated(dice, text)) : new HostileCase(Typed, scope, text);
    }
}
