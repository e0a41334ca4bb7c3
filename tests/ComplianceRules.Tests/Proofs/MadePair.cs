using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Tests.Engine;

namespace ComplianceRules.Tests.Proofs;

/// <summary>Two rules much alike, under values of their own.</summary>
/// <param name="Schema">The tables.</param>
/// <param name="Outer">The rule further out.</param>
/// <param name="Inner">The rule further in.</param>
/// <param name="Text">Both as text.</param>
internal sealed record MadePair(FactSchema Schema, ComparedRule Outer, ComparedRule Inner, string Text)
{
    public static MadePair Of(Dice dice, IReadOnlyList<string> atoms)
    {
        MadeClause[] outer = [MadeClause.Of(dice, dice.Between(0, 2), atoms), MadeClause.Of(dice, dice.Between(0, 3), atoms)];
        MadeClause[] inner = [.. outer];
        for (int i = dice.Between(0, 2); i > 0; i--)
        {
            int at = dice.Between(0, 1);
            inner[at] = inner[at].Changed(dice, atoms);
        }

        ParameterTable values = MadeWorld.Values(dice);
        ParameterTable others = dice.OneIn(2) ? values : MadeWorld.Values(dice);
        Catalogue catalogue = MadeWorld.Catalogue(MadeWorld.Rule("o", $"{outer[0]}", $"{outer[1]}"), MadeWorld.Rule("i", $"{inner[0]}", $"{inner[1]}"));
        string text = $"outer {outer[0]} -> {outer[1]}\ninner {inner[0]} -> {inner[1]}\n{Shown(values)}\n{Shown(others)}";
        return new MadePair(catalogue.Schema, Side(catalogue, "a/o", values), Side(catalogue, "a/i", others), text);
    }

    private static readonly string[] Names = ["p", "q", "m"];

    public override string ToString() => Text;

    private static ComparedRule Side(Catalogue catalogue, string id, ParameterTable values) => new(catalogue.Rules.Single(r => r.FullId == id).Form, Binding.Mandatory, values);

    private static string Shown(ParameterTable values) => string.Join("; ", Names.SelectMany(values.Texts));
}
