// The browser's body of web/platform/gl.h: a WebGL 2 renderer of triangles with one of two textures. An emscripten JS library
// (--js-library; emcc 3.1.6 reads no arrows for functions, no shorthand and no destructuring here). The canvas is Module.canvas. When the context is lost everything is dropped, and made anew by the first frame
// after it was restored; who owns the canvas then calls Ui::context_restored, for the textures are empty.
mergeInto(LibraryManager.library, {
  $HmGl: {
    gl: null,
    failed: false,
    parts: null, // program, buffers, textures of the present context

    // The context, or null: asked for once; without WebGL 2 it never comes.
    context: function () {
      if (HmGl.gl || HmGl.failed) return HmGl.gl;
      const canvas = Module.canvas;
      HmGl.gl = canvas && canvas.getContext('webgl2', {
        alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'low-power',
      });
      if (!HmGl.gl) {
        HmGl.failed = true;
        return null;
      }
      canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault(); // says that we want it back
        HmGl.parts = null;
      });
      return HmGl.gl;
    },

    shader: function (kind, source) {
      const gl = HmGl.gl;
      const shader = gl.createShader(kind);
      gl.shaderSource(shader, '#version 300 es\nprecision highp float;' + source);
      gl.compileShader(shader);
      return shader;
    },

    build: function () {
      const gl = HmGl.gl;
      const program = gl.createProgram();
      // Device pixels to clip space; colours are premultiplied here, so that edges blend without dark fringes. k: Skia
      // darkens the edges of light letters more than those of dark ones (its contrast and gamma); measured by
      // tests/bench/text_likeness.mjs, so that text keeps its weight at the take-over.
      gl.attachShader(program, HmGl.shader(gl.VERTEX_SHADER,
        'uniform vec2 s;layout(location=0)in vec2 p;layout(location=1)in vec2 u;layout(location=2)in vec4 c;out vec2 v;' +
        'out vec4 d;out float k;void main(){v=u;d=vec4(c.rgb*c.a,c.a);k=.02+.3*dot(c.rgb,vec3(.21,.72,.07));gl_Position=vec4(p.x*s.x-1.,1.-p.y*s.y,0,1);}'));
      gl.attachShader(program, HmGl.shader(gl.FRAGMENT_SHADER,
        'uniform sampler2D t;uniform bool g;in vec2 v;in vec4 d;in float k;out vec4 o;void main(){vec4 x=texture(t,v);' +
        'o=g?d*vec4(x.rgb*x.a,x.a):d*(x.r+k*x.r*(1.-x.r));}'));
      gl.linkProgram(program);
      gl.useProgram(program);
      const vertices = gl.createBuffer();
      const indices = gl.createBuffer();
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
      for (let index = 0; index < 3; index++) {
        const colour = index === 2;
        gl.enableVertexAttribArray(index);
        gl.vertexAttribPointer(index, colour ? 4 : 2, colour ? gl.UNSIGNED_BYTE : gl.FLOAT, colour, 20, 8 * index);
      }
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      HmGl.parts = {
        scale: gl.getUniformLocation(program, 's'),
        coloured: gl.getUniformLocation(program, 'g'),
        textures: [null, null],
        sizes: [0, 0],
      };
    },
  },

  hm_gl_ready__deps: ['$HmGl'],
  hm_gl_ready: function () {
    const gl = HmGl.context();
    if (!gl || gl.isContextLost()) return 0;
    if (!HmGl.parts) HmGl.build();
    return 1;
  },

  hm_gl_begin__deps: ['$HmGl'],
  hm_gl_begin: function (width, height, colour) {
    const gl = HmGl.gl;
    if (Module.canvas.width !== width) Module.canvas.width = width;
    if (Module.canvas.height !== height) Module.canvas.height = height;
    gl.viewport(0, 0, width, height);
    gl.uniform2f(HmGl.parts.scale, 2 / width, 2 / height);
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor((colour >> 16 & 255) / 255, (colour >> 8 & 255) / 255, (colour & 255) / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.SCISSOR_TEST);
  },

  hm_gl_upload__deps: ['$HmGl'],
  hm_gl_upload: function (texture, size, x, y, width, height, pixels) {
    const gl = HmGl.gl;
    const parts = HmGl.parts;
    const grey = texture === 0;
    const internal = grey ? gl.R8 : gl.RGBA8;
    const format = grey ? gl.RED : gl.RGBA;
    const channels = grey ? 1 : 4;
    if (parts.sizes[texture] !== size) {
      gl.deleteTexture(parts.textures[texture]);
      parts.textures[texture] = gl.createTexture();
      parts.sizes[texture] = size;
      gl.bindTexture(gl.TEXTURE_2D, parts.textures[texture]);
      gl.texStorage2D(gl.TEXTURE_2D, 1, internal, size, size);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
    }
    gl.bindTexture(gl.TEXTURE_2D, parts.textures[texture]);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, size);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, format, gl.UNSIGNED_BYTE, HEAPU8,
      pixels + (y * size + x) * channels);
    gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0);
  },

  hm_gl_draw__deps: ['$HmGl'],
  hm_gl_draw: function (vertices, vertexBytes, indices, indexCount, commands, commandCount) {
    const gl = HmGl.gl;
    const parts = HmGl.parts;
    const height = Module.canvas.height;
    gl.bufferData(gl.ARRAY_BUFFER, HEAPU8.subarray(vertices, vertices + vertexBytes), gl.STREAM_DRAW);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, HEAPU8.subarray(indices, indices + 4 * indexCount), gl.STREAM_DRAW);
    for (let i = 0; i < commandCount; i++) {
      // first_index, index_count, texture, clip_x, clip_y, clip_width, clip_height
      const at = HEAP32.subarray(commands / 4 + 7 * i, commands / 4 + 7 * i + 7);
      gl.scissor(at[3], height - at[4] - at[6], at[5], at[6]); // WebGL counts from below
      gl.bindTexture(gl.TEXTURE_2D, parts.textures[at[2]]);
      gl.uniform1i(parts.coloured, at[2]);
      gl.drawElements(gl.TRIANGLES, at[1], gl.UNSIGNED_INT, 4 * at[0]);
    }
  },
});
