using System.Collections.Immutable;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Expressions;

/// <summary>Finds what <c>param("name")</c> means, and the field or key that a keyed parameter goes by.</summary>
internal sealed class ParameterResolver(TypingContext context)
{
    private const string Signature = "\"name\"";

    public TypedExpression? Call(CallSyntax call)
    {
        ImmutableArray<Syntax> arguments = call.Arguments;
        if (arguments.Length is 0 or > 2) return context.Refuse(DiagnosticCodes.WrongArguments, call, call.Name, $"{Signature}, \"key\"");
        if (Written(arguments[0]) is not { } name) return context.Refuse(DiagnosticCodes.NeedsWrittenText, arguments[0], call.Name, Signature);
        if (arguments.Length == 1) return Named(name, arguments[0]);
        return Written(arguments[1]) is { } key
            ? Keyed(name, key, arguments[0], arguments[1])
            : context.Refuse(DiagnosticCodes.NeedsWrittenText, arguments[1], call.Name, $"{Signature}, \"key\"");
    }

    /// <summary>A parameter by its name alone; a keyed one goes by the nearest row that has its field, seen from the subject.</summary>
    public TypedExpression? Named(string name, Syntax at)
    {
        if (Find(name, at) is not { } parameter) return null;
        if (parameter.By is null) return new ParameterExpression(parameter.Type, name, null, context.Scope.SeasonOf);
        if (context.Scope.NearestToSubject(parameter.By) is { } key) return key.Value is null ? null : new ParameterExpression(parameter.Type, name, key.Value, context.Scope.SeasonOf);
        return context.Refuse(DiagnosticCodes.NoKeyField, at, name, parameter.By, parameter.Keys.FirstOrDefault(string.Empty));
    }

    private TypedExpression? Keyed(string name, string key, Syntax at, Syntax keyAt)
    {
        if (Find(name, at) is not { } parameter) return null;
        if (parameter.By is null) return context.Refuse(DiagnosticCodes.NotKeyed, keyAt, name);
        if (parameter.Keys.Contains(key)) return new ParameterExpression(parameter.Type, name, new LiteralExpression(ExpressionType.Text, new TextValue(key)), context.Scope.SeasonOf);
        return context.RefuseName(DiagnosticCodes.UnknownParameterEntry, keyAt, NearestName.Of(key, parameter.Keys), name, Excerpt.Of(key), Excerpt.Of(string.Join(", ", parameter.Keys)));
    }

    private ParameterSignature? Find(string name, Syntax at)
    {
        if (context.Scope.Parameters.TryGetValue(name, out ParameterSignature? parameter)) return parameter;
        if (context.Scope.IsOfDerivedField)
        {
            context.Refuse(DiagnosticCodes.DerivedOfParameter, at, Excerpt.Of(name));
            return null;
        }

        context.RefuseName(DiagnosticCodes.UnknownParameter, at, NearestName.Of(name, context.Scope.Parameters.Keys), Excerpt.Of(name));
        return null;
    }

    private static string? Written(Syntax argument) => argument is LiteralSyntax { Value: TextValue text } ? text.Content : null;
}
