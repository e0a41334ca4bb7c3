using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Reports;

/// <summary>Says checked expressions in words, so that who reads no code can check them: facts by their titles, numbers with their units.</summary>
/// <remarks>Every node of the tree has words, those among them that only kinds make. What is said is exact: nothing is left out or rounded. May be shared between threads.</remarks>
internal sealed partial class ExpressionWords
{
    private const int OfSum = 1;
    private const int OfProduct = 2;
    private const int OfSign = 3;

    private readonly FactSchema _schema;
    private readonly ValueText _values;
    private readonly WordSources _sources;
    private readonly TextLanguage _language;
    // The tables of the rows at hand, by frame: the subject first; null where items are values.
    private readonly ImmutableArray<string?> _frames;

    /// <summary>Makes the words of one rule's expressions.</summary>
    /// <param name="schema">Titles of tables, fields and units.</param>
    /// <param name="subject">The table of the rule's subject.</param>
    /// <param name="sources">What parameters and other rules are called.</param>
    /// <param name="language">The language.</param>
    public ExpressionWords(FactSchema schema, string subject, WordSources sources, TextLanguage language)
        : this(schema, [subject], sources, language)
    {
    }

    private ExpressionWords(FactSchema schema, ImmutableArray<string?> frames, WordSources sources, TextLanguage language)
    {
        _schema = schema;
        _values = new ValueText(schema);
        _sources = sources;
        _language = language;
        _frames = frames;
    }

    /// <summary>A value as a noun; a condition as a clause.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="options">The titles of keys, of the fact that it stands beside; empty where there are none.</param>
    public string Of(TypedExpression expression, ImmutableArray<FieldOption> options = default)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expression.StandsFor is { } derived) return Named(derived);
        return expression switch
        {
            LiteralExpression { Value: BoolValue truth } => Say(truth.Truth ? "always" : "never"),
            LiteralExpression e => _values.Of(e.Value, e.Type, options.IsDefault ? [] : options, null, _language),
            FieldExpression { Type.Kind: FieldType.Bool } e => Say("isTrue", Fact(e.Row, e.Field)),
            FieldExpression e => Fact(e.Row, e.Field),
            ParameterExpression e => _sources.Parameter(e, options.IsDefault ? [] : options),
            AsOfExpression => Say("asOf"),
            VariableExpression => Say("item"),
            NegateExpression e => Say("op.negate", Term(e.Operand, OfSign)),
            ArithmeticExpression e => Say($"op.{e.Operator}", Term(e.Left, Strength(e)), Term(e.Right, Strength(e) + 1)),
            ConditionalExpression { Type.Kind: FieldType.Bool } e => Choice(e),
            ConditionalExpression e => Say("valueChoice", Of(e.Condition), Of(e.WhenTrue, options), Of(e.WhenFalse, options)),
            ListExpression e => string.Join(Say("list"), e.Items.Select(i => Of(i, options))),
            CallExpression e => Call(e),
            _ => expression.Type.Kind == FieldType.Bool && !expression.Type.IsList ? Condition(expression) : OfList(expression),
        };
    }

    /// <summary>The same where the rows at hand are those of a list of the innermost row.</summary>
    /// <param name="table">The table of the list; null where items are values.</param>
    private ExpressionWords Inside(string? table) => new(_schema, _frames.Add(table), _sources, _language);

    /// <summary>What people call a table.</summary>
    /// <param name="table">The table.</param>
    public string TableTitle(string table) => _schema.Table(table)?.Title.In(_language) is { Length: > 0 } title ? title : table;

    /// <summary>What people call a field: its title, else its name.</summary>
    /// <param name="field">The field.</param>
    public string FieldTitle(FieldSchema field) => Say("term", field.Title.In(_language) is { Length: > 0 } title ? title : field.Name);

    private string Say(string key, params ReadOnlySpan<object?> arguments) => ReportTexts.Say(_language, key, arguments);

    private string Named(DerivedName derived)
    {
        string fact = Fact(derived.Row, derived.Field);
        return derived.Field.Type == FieldType.Bool ? Say("isTrue", fact) : fact;
    }

    private string Fact(RowPath row, FieldSchema field) => Placed(FieldTitle(field), row);

    private string Placed(string text, RowPath row) => row.InPrevious ? Say("row.earlier", Reached(text, row)) : Reached(text, row);

    private string Reached(string text, RowPath row)
    {
        string? at = _frames[row.Frame];
        bool isOwn = row.Table == at && !row.Above;
        string table = TableTitle(row.Table);
        if (row.Frame == _frames.Length - 1) return isOwn ? text : Say(row.Above ? "row.region" : "row.above", text, table);
        return isOwn ? Say("row.outer", text, table) : Say("row.outerAbove", text, TableTitle(at ?? row.Table), table);
    }

    // A sum in a product, and whatever says more than one thing, is held together.
    private string Term(TypedExpression expression, int weakest) => expression.StandsFor is null && Strength(expression) < weakest ? Say("group", Of(expression)) : Of(expression);

    private static int Strength(TypedExpression expression) => expression switch
    {
        ConditionalExpression or LogicExpression => 0,
        ArithmeticExpression { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => OfSum,
        ArithmeticExpression => OfProduct,
        NegateExpression => OfSign,
        _ => OfSign + 1,
    };

    private string Call(CallExpression call)
    {
        string name = call.Function.Name;
        bool isSpan = call.Arguments is [LiteralExpression] && name is "days" or "minutes" or "hours" or "date" or "time";
        if (isSpan) return _values.Of(((LiteralExpression)call.Arguments[0]).Value, call.Type, [], null, _language);
        object?[] arguments = [.. call.Arguments.Select(a => Term(a, OfSign))];
        return ReportTexts.Entries.ContainsKey($"call.{name}") ? Say($"call.{name}", arguments) : Say("call.other", arguments.FirstOrDefault(), name);
    }

    private string Choice(ConditionalExpression choice)
    {
        if (IsAlways(choice.WhenFalse)) return Say("choiceOnly", Of(choice.Condition), Of(choice.WhenTrue));
        return IsAlways(choice.WhenTrue) ? Say("choiceUnless", Of(choice.Condition), Of(choice.WhenFalse)) : Say("choice", Of(choice.Condition), Of(choice.WhenTrue), Of(choice.WhenFalse));
    }

    private static bool IsAlways(TypedExpression expression) => expression is LiteralExpression { Value: BoolValue { Truth: true } };

    private static ImmutableArray<FieldOption> OptionsOf(TypedExpression expression) =>
        expression.StandsFor?.Field.Options ?? (expression as FieldExpression)?.Field.Options ?? [];
}
