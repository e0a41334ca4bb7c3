using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Says calls: functions, methods of types, of texts, of dates, of lists.</summary>
internal sealed class CallSayer
{
    private static readonly string[] Reflection = ["GetType", "GetMethod", "GetMethods", "GetProperty", "GetField", "Invoke", "InvokeMember", "CreateInstance", "typeof"];

    private readonly Translator _translator;
    private readonly OperatorSayer _operators;
    private readonly ListSayer _lists;
    private readonly TextSayer _texts;
    private readonly TypeSayer _types;

    public CallSayer(Translator translator)
    {
        _translator = translator;
        _operators = new OperatorSayer(translator);
        _lists = new ListSayer(translator);
        _texts = new TextSayer(translator);
        _types = new TypeSayer(translator);
    }

    public Said? Call(LinqCall call, TranslationScope scope)
    {
        if (Reflection.Contains(call.Name, StringComparer.OrdinalIgnoreCase)) return _translator.Refuse(DiagnosticCodes.ReachesIntoHost, call, call.Name);
        if (call.Target is null) return Function(call, scope);
        if (call.Target is LinqArray array && Is(call, "Contains") && call.Arguments is [var sought])
            return _translator.Say(sought, scope) is { } value ? _operators.Listed(array, value, scope) : null;
        if (call.Target is LinqName type && !IsKnown(type, scope) && TypeSayer.Knows(type.Name)) return _types.Static(type.Name, call, scope);
        if (_translator.Say(call.Target, scope) is not { } target) return null;
        return target.Kind switch
        {
            SaidKind.Rows or SaidKind.Values when !Is(call, "Contains") => _lists.Call(call, target, scope),
            SaidKind.Set or SaidKind.Values when Is(call, "Contains") && call.Arguments is [var item] => _translator.Say(item, scope) is { } value ? _operators.Listed(call.Target, value, scope) : null,
            SaidKind.Set when Is(call, "Count") && call.Arguments.IsEmpty => ListSayer.Size(target),
            SaidKind.Set when Is(call, "Any") && call.Arguments.IsEmpty => _lists.Call(call, target, scope),
            SaidKind.Text or SaidKind.Enum or SaidKind.Number or SaidKind.Truth or SaidKind.Date or SaidKind.Time => _texts.Method(call, target, scope),
            _ => _translator.Refuse(call),
        };
    }

    private Said? Function(LinqCall call, TranslationScope scope) => (call.Name.ToUpperInvariant(), call.Arguments.Length) switch
    {
        ("IIF", 3) => _operators.Choice(call, call.Arguments[0], call.Arguments[1], call.Arguments[2], scope),
        ("ISNULL", 2) => Coalesced(call, call.Arguments[0], call.Arguments[1], scope),
        ("NP", 2) => Coalesced(call, call.Arguments[0], call.Arguments[1], scope),
        ("NP", 1) => _translator.Say(call.Arguments[0], scope) is not { } fact ? null : fact.Asked is null ? _translator.Refuse(call) : fact,
        _ => _types.Function(call, scope),
    };

    private Said? Coalesced(LinqCall call, LinqSyntax value, LinqSyntax otherwise, TranslationScope scope) =>
        _translator.Say(value, scope) is { } first && _translator.Say(otherwise, scope) is { } second ? _operators.Coalesce(call, first, second) : null;

    private bool IsKnown(LinqName name, TranslationScope scope) => scope.Item(name.Name) is not null || scope.Parameter(name.Name) is not null || _translator.Inputs.Find(name.Name) is not null;

    private static bool Is(LinqCall call, string name) => string.Equals(call.Name, name, StringComparison.OrdinalIgnoreCase);
}
