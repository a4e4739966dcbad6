using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace EcoSim.Tests.Architecture;

/// <summary>Which types read which properties, found in compiled code, so that no way of writing the read escapes.</summary>
public static class CompiledReads
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Outermost types that call each property getter, over all code of the assemblies; a getter that calls another does not count.</summary>
    public static ILookup<MethodBase, Type> Readers(params ReadOnlySpan<Assembly> assemblies)
    {
        var found = new ConcurrentDictionary<(MethodBase, Type), bool>();
        foreach (Assembly assembly in assemblies)
        {
            foreach (Type type in assembly.GetTypes())
            {
                foreach (MethodBase getter in Bodies(type).Where(body => !body.IsSpecialName || body.IsConstructor).SelectMany(Getters))
                {
                    found[(getter, Outermost(type))] = true;
                }
            }
        }

        return found.Keys.ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    private static IEnumerable<MethodBase> Bodies(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all));
    }

    /// <summary>Property getters that a method calls, instruction by instruction.</summary>
    private static IEnumerable<MethodBase> Getters(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
        {
            yield break;
        }

        for (int at = 0; at < code.Length;)
        {
            OpCode instruction = code[at] == TwoBytes ? Codes[(short)(TwoBytes << 8 | code[at + 1])] : Codes[code[at]];
            at += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod
                && method.Module.ResolveMethod(BitConverter.ToInt32(code, at), TypeArguments(method), MethodArguments(method)) is { IsSpecialName: true } called
                && called.Name.StartsWith("get_", StringComparison.Ordinal))
            {
                yield return called;
            }

            at += OperandSize(instruction.OperandType, code, at);
        }
    }

    private static Type[]? TypeArguments(MethodBase method) => method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;

    private static Type[]? MethodArguments(MethodBase method) => method.IsGenericMethod ? method.GetGenericArguments() : null;

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
        _ => 4,
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
