namespace ComplianceRules.Tests.Engine;

/// <summary>Gives rows the facts that a finding names as missing.</summary>
internal static class MissingFacts
{
    /// <summary>Gives a fact, on every row of the lists that its path goes through; a list is given with all that its rows can have.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="row">The row that the finding is about.</param>
    /// <param name="path">The path of the fact.</param>
    public static void Give(Dice dice, MadeRow row, string path)
    {
        string[] steps = path.Split('.', 2);
        if (steps is [var list] && IsList(list)) MadeFacts.Complete(dice, row, 0);
        else if (steps is [var field]) MadeFacts.Give(dice, row, field);
        else if (IsList(steps[0])) GiveAll(dice, row, steps[0], steps[1]);
        else Give(dice, row.Nearest(steps[0]), steps[1]);
    }

    /// <summary>Gives every fact of schools and regions, which a rule that is counted over a list without rows may ask for.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="row">The row that the finding is about.</param>
    public static void GiveAbove(Dice dice, MadeRow row)
    {
        foreach (MadeRow above in MadeFacts.Root(row).SelfAndBelow().Where(r => r.Table != "class")) MadeFacts.Fill(dice, above, 0);
    }

    public static bool IsList(string step) => step is "classes" or "schools";

    private static void GiveAll(Dice dice, MadeRow row, string list, string rest)
    {
        foreach (MadeRow child in row.Rows(list).ToArray()) Give(dice, child, rest);
    }
}
