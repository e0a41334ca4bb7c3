using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Tests.Engine;
using ComplianceRules.Tests.Packs;

namespace ComplianceRules.Tests.Analysis;

/// <summary>Changes made-up packs in a few places.</summary>
internal static class ChangedPacks
{
    private const string Nation = "n";
    private const int MostTries = 12;

    private static readonly string[] Places = ["$.rules", "$.rules", "$.parameters", "$.calendar"];

    /// <summary>Other packs, checked.</summary>
    /// <param name="dice">What with.</param>
    /// <param name="files">The packs by their ids.</param>
    public static Catalogue Of(Dice dice, Dictionary<string, string> files)
    {
        Catalogue changed = Read(files)!;
        string[] inner = [.. files.Keys.Where(id => id != Nation)];
        if (inner.Length > 0 && dice.OneIn(5)) changed = Try(files, dice.Pick(inner), null) ?? changed;
        for (int changes = dice.Between(2, 7); changes > 0; changes--)
        {
            for (int tries = 0; tries < MostTries; tries++)
            {
                string id = dice.Pick([.. files.Keys]);
                string place = dice.Of(Places);
                (string What, Func<string> Pack)[] mutants = [.. PackMutants.Of(files[id], place)];
                if (mutants.Length == 0 || Try(files, id, dice.Pick(mutants).Pack()) is not { } other) continue;
                changed = other;
                break;
            }
        }

        return changed;
    }

    /// <summary>The packs, checked; null where they are refused.</summary>
    /// <param name="files">The packs by their ids.</param>
    public static Catalogue? Read(Dictionary<string, string> files)
    {
        using TempPacks folder = new();
        foreach ((string id, string text) in files) folder.With($"{id}/pack.json", text);
        Checked<PackSet> read = PackReader.ReadDirectory(folder.Path);
        return read.IsValid && PackChecker.Check(read.Value) is { IsValid: true, Value: var catalogue } ? catalogue : null;
    }

    // What is refused is put back.
    private static Catalogue? Try(Dictionary<string, string> files, string id, string? text)
    {
        string before = files[id];
        if (text is null) files.Remove(id);
        else files[id] = text;
        if (Read(files) is { } catalogue) return catalogue;
        files[id] = before;
        return null;
    }
}
