using ComplianceRules.Diagnostics;
using ComplianceRules.Tests.HouseRules;
using ComplianceRules.Tests.Interop;

namespace ComplianceRules.Tests.Diagnostics;

/// <summary>Every code about packs is shown by a bad pack; the tests of the packs run those.</summary>
public sealed class BadPackCoverageTests
{
    private const string Folder = "tests/packs/bad";

    private const int FirstCodeOfMappings = 1050;

    private const int LastCodeOfMappings = 1099;

    private const int FirstCodeOfData = 4000;

    /// <summary>Codes that no stored pack can show, each with the reason; unit tests of their own show them.</summary>
    private static readonly Dictionary<string, string> NotShownByPacks = new(StringComparer.Ordinal)
    {
        ["CR1001"] = "a file of more than 4 MiB is made by the test, not stored",
        ["CR1100"] = "a folder that is not there cannot be stored",
        ["CR1101"] = "the caller gives a file where a folder belongs, whatever the pack",
        ["CR1104"] = "a link that leads nowhere is made by the test: not every system can store one",
        ["CR1110"] = "files of more than 16 MiB are made by the test, not stored",
        ["CR1117"] = "a link that leads out of its folder is made by the test: not every system can store one",
        ["CR2067"] = "only where numbers are as wide as those of CEL, which those of a pack are not",
        ["CR1180"] = "packs that change while they are read cannot be stored",
        ["CR1181"] = "an archive is a file, not a folder of a pack",
        ["CR1182"] = "an archive is a file, not a folder of a pack",
        ["CR1183"] = "an archive is a file, not a folder of a pack",
        ["CR1184"] = "an archive is a file, not a folder of a pack",
        ["CR1185"] = "an archive is a file, not a folder of a pack",
        ["CR1186"] = "an archive is a file, not a folder of a pack",
        ["CR1187"] = "an archive is a file, not a folder of a pack",
        ["CR1188"] = "an archive is a file, not a folder of a pack",
        ["CR1189"] = "an archive is a file, not a folder of a pack",
        ["CR1190"] = "an archive is a file, not a folder of a pack",
        ["CR1191"] = "an archive is a file, not a folder of a pack",
        ["CR1192"] = "an archive is a file, not a folder of a pack",
        ["CR1193"] = "an archive is a file, not a folder of a pack",
        ["CR1194"] = "an archive is a file, not a folder of a pack",
        ["CR1195"] = "an archive is a file, not a folder of a pack",
        ["CR1196"] = "an archive is a file, not a folder of a pack",
        ["CR1200"] = "a case file is read by the runner of cases, not by the check of a pack",
        ["CR1201"] = "a case file is read by the runner of cases, not by the check of a pack",
        ["CR1202"] = "a case file is read by the runner of cases, not by the check of a pack",
        ["CR2090"] = "an expression is tried on facts alone, without packs",
        ["CR2091"] = "the caller's thread has too small a stack, whatever the expression",
        ["CR2092"] = "a line of a batch of expressions is in no pack",
        ["CR2093"] = "a line of a batch of expressions is in no pack",
        ["CR2094"] = "a line of a batch of expressions is in no pack",
        ["CR3210"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3211"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3212"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3213"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3214"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3215"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3216"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3217"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3218"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3219"] = "only the analysis of `check --deep` tells it, which begins where packs are right",
        ["CR3300"] = "what is asked of an analysis stands in no pack",
        ["CR3301"] = "what is asked of an analysis stands in no pack",
        ["CR3302"] = "what is asked of an analysis stands in no pack",
        ["CR3303"] = "what is asked of an analysis stands in no pack",
        ["CR3304"] = "what is asked of an analysis stands in no pack",
        ["CR3305"] = "what is asked of an analysis stands in no pack",
        ["CR3306"] = "what is asked of an analysis stands in no pack",
        ["CR3307"] = "what is asked of an analysis stands in no pack",
        ["CR3308"] = "what is asked of an analysis stands in no pack",
        ["CR3309"] = "what is asked of an analysis stands in no pack",
        ["CR3310"] = "what is asked of an analysis stands in no pack",
        ["CR3311"] = "what is asked of an analysis stands in no pack",
        ["CR3312"] = "what is asked of an analysis stands in no pack",
    };

    [Fact]
    public void Every_code_about_packs_has_a_bad_pack_or_a_reason_why_none_can_be_stored() =>
        NoFaults.In(Asked().Except(Shown()).Except(NotShownByPacks.Keys).Select(code => $"{code} has no bad pack in {Folder}"));

    [Fact]
    public void Every_bad_pack_is_named_after_a_code() => NoFaults.In(Shown().Except(Asked()).Select(code => $"{Folder}/{code}-… is named after no code about packs"));

    [Fact]
    public void No_reason_stands_for_a_code_that_is_shown_or_gone()
    {
        NoFaults.In(NotShownByPacks.Keys.Intersect(Shown()).Select(code => $"{code} has a bad pack after all"));
        NoFaults.In(NotShownByPacks.Keys.Except(Asked()).Select(code => $"{code} is no code about packs"));
        NoFaults.In(NotShownByPacks.Where(entry => entry.Value.Length < 20).Select(entry => $"{entry.Key} has no reason"));
    }

    [Fact]
    public void Every_code_that_no_bad_pack_shows_is_named_by_a_test()
    {
        string tests = string.Concat(RepositoryFile.Ending("Tests.cs").Where(file => !file.Path.EndsWith($"{nameof(BadPackCoverageTests)}.cs", StringComparison.Ordinal)).Select(file => file.Text));
        NoFaults.In(DiagnosticTextTests.Named().Where(code => !Shown().Concat(ShownByWorkflows()).Contains(code.Code.ToString()))
            .Where(code => !tests.Contains(code.Code.ToString(), StringComparison.Ordinal) && !tests.Contains($"{nameof(DiagnosticCodes)}.{code.Name}", StringComparison.Ordinal))
            .Select(code => $"{code.Code} is shown by no bad pack and named by no test"));
    }

    private static IEnumerable<string> Asked() => DiagnosticTextTests.Codes().Where(code => IsAboutPacks(code.Number)).Select(code => code.ToString());

    // A mapping tells how a file of data is read; no pack holds one.
    private static bool IsAboutPacks(int code) => code < FirstCodeOfData && code is not (>= FirstCodeOfMappings and <= LastCodeOfMappings);

    // Bad workflows are run by a test of their own, as bad packs are.
    private static IEnumerable<string> ShownByWorkflows() => ImportedWorkflows.Names("bad").Select(name => name.Split('-')[0]);

    private static IEnumerable<string> Shown() =>
        Directory.EnumerateDirectories(RepositoryRoot.Combine(Folder)).Select(path => Path.GetFileName(path).Split('-')[0]).Distinct();
}
