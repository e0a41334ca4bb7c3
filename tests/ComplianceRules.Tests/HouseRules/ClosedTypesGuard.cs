using System.Reflection;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Tests.HouseRules;

/// <summary>Every class is sealed, abstract or static, and nothing that others see can be changed after it is made.</summary>
internal static class ClosedTypesGuard
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types that people wrote, nested and internal ones too.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(IsWritten);

    public static IEnumerable<string> Open(IEnumerable<Type> types) =>
        types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => $"{type.FullName} is neither sealed, abstract nor static");

    public static IEnumerable<string> Setters(IEnumerable<Type> types) =>
        from type in types
        from property in type.GetProperties(Declared)
        where property.SetMethod is { } setter && IsSeen(setter) && !IsInit(setter) && !IsOverride(setter)
        select $"{type.FullName}.{property.Name} can be set";

    public static IEnumerable<string> Fields(IEnumerable<Type> types) =>
        from type in types
        where !type.IsEnum
        from field in type.GetFields(Declared)
        where (field.IsPublic || field.IsAssembly || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsInitOnly && !field.IsLiteral
        select $"{type.FullName}.{field.Name} can be set";

    private static bool IsWritten(Type type) =>
        !type.Name.Contains('<', StringComparison.Ordinal)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static bool IsSeen(MethodInfo method) => !method.IsPrivate;

    // What overrides is as open as what it overrides: a stream must have a position that can be asked to change.
    private static bool IsOverride(MethodInfo method) => method.GetBaseDefinition() != method;

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
