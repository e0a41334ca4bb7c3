using System.Runtime.CompilerServices;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Interop;
using FsCheck;
using FsCheck.Fluent;

namespace ComplianceRules.Tests.Interop;

public sealed class HostileWorkflowTests
{
    private const int SmallStack = 256 * 1024;

    private static readonly string[] Fragments =
    [
        "input1", "input2", "input3", "enrolment", "classes", "motto", "kind", "it", "c", "=>", ".", "?.", "??", "?", ":", "(", ")", "[", "]", "{", "}", "new", "null", "true", "and", "or", "not", "in", "not_in",
        "iif", "np", "Any", "Count", "Where", "Select", "Sum", "Contains", "Length", "Math", "Abs", "DateTime", "Parse", "Convert", "int", "GetType", "1", "2.5", "0x", "1e9", "9L", "\"a\"", "'b'", "\"", "'", "\\",
        "+", "-", "*", "/", "%", "==", "=", "<>", "!=", "<=", "&&", "||", "&", "|", "!", ",", "$", "≤", "。", "\uD800", "\u202E", "\n",
    ];

    [Fact]
    public void Any_text_as_an_expression_is_imported_or_refused_but_never_throws() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => IsToldOrDone(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void Any_row_of_words_is_imported_or_refused_but_never_throws()
    {
        Gen<string> words = Gen.Elements(Fragments).ListOf().Select(w => string.Join(" ", w));
        Prop.ForAll(words.ToArbitrary(), IsToldOrDone).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("CR5016-long")]
    [InlineData("CR5018-parentheses")]
    [InlineData("CR5018-signs")]
    [InlineData("CR5018-chain")]
    [InlineData("CR5032-doubling")]
    [InlineData("CR1006-deep")]
    [InlineData("CR5028-get-type")]
    public void A_hostile_workflow_is_refused_on_a_small_stack_too(string name) =>
        OnSmallStack(() => Assert.Contains(ImportedWorkflows.Told(ImportedWorkflows.OfFile("bad", name)), d => d.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void Two_thousand_parentheses_are_refused() =>
        OnSmallStack(() => Assert.Contains(ImportedWorkflows.Told(ImportedWorkflows.OfExpression(new string('(', 1990) + "1" + new string(')', 1990))), d => d.Code == DiagnosticCodes.ForeignTooManyTokens));

    [Fact]
    public void A_long_chain_of_operators_is_read_or_refused_on_a_small_stack() =>
        OnSmallStack(() => Assert.NotEmpty(ImportedWorkflows.Told(ImportedWorkflows.OfExpression("input1.enrolment > 1" + string.Concat(Enumerable.Repeat(" and 1 < 2", 95))))));

    [Fact]
    public void A_thread_whose_stack_is_used_up_is_told_with_a_code()
    {
        Checked<ImportedPack>? imported = null;
        OnSmallStack(() => AtTheEndOfTheStack(() => imported = ImportedWorkflows.OfExpression("input1.enrolment > 1")));
        Assert.Equal(DiagnosticCodes.ImportStackTooSmall, Assert.Single(imported!.Diagnostics).Code);
    }

    [Fact]
    public void Rules_nested_as_deep_as_JSON_may_be_are_read()
    {
        string nested = string.Concat(Enumerable.Repeat("""{ "RuleName": "n", "Operator": "And", "Rules": [ """, 13)) + """{ "RuleName": "r", "Expression": "input1.enrolment > 1" }""" + string.Concat(Enumerable.Repeat("] }", 13));
        Checked<ImportedPack> imported = ImportedWorkflows.OfText($$"""{ "WorkflowName": "w", "Rules": [ {{nested}} ] }""");
        Assert.Equal(1, imported.Value.Imported);
    }

    [Fact]
    public void More_rules_than_a_pack_may_have_are_refused_at_once()
    {
        string rules = string.Join(',', Enumerable.Repeat("""{"RuleName":"r"}""", 5_001));
        Assert.Equal(DiagnosticCodes.TooManyForeignRules, Assert.Single(ImportedWorkflows.OfText($$"""{"WorkflowName":"w","Rules":[{{rules}}]}""").Diagnostics).Code);
    }

    [Fact]
    public void A_file_of_more_than_four_MiB_is_refused() => Assert.False(ImportedWorkflows.OfText(new string(' ', (4 * 1024 * 1024) + 1)).IsValid);

    private static bool IsToldOrDone(string expression)
    {
        string text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(expression));
        Checked<ImportedPack> imported = ImportedWorkflows.OfExpression(text);
        return imported.IsValid || imported.Diagnostics.All(d => d.ToText(TextLanguage.Chinese).Length > 0);
    }

    private static void AtTheEndOfTheStack(Action work)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) AtTheEndOfTheStack(work);
        else work();
    }

    private static void OnSmallStack(Action work)
    {
        _ = ImportedWorkflows.OfExpression("input1.enrolment > 1");
        Exception? thrown = null;
        Thread thread = new(() => thrown = Record.Exception(work), SmallStack);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
